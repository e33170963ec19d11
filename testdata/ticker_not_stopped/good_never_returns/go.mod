module golintsched.test/cases/ticker_not_stopped/good_never_returns

go 1.22
