module golintsched.test/cases/ticker_not_stopped/good_stored

go 1.22
