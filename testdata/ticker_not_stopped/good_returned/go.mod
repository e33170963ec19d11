module golintsched.test/cases/ticker_not_stopped/good_returned

go 1.22
