module golintsched.test/cases/ticker_not_stopped/good_own_type

go 1.22
