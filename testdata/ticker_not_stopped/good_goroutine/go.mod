module golintsched.test/cases/ticker_not_stopped/good_goroutine

go 1.22
