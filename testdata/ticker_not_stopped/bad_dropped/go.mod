module golintsched.test/cases/ticker_not_stopped/bad_dropped

go 1.21
