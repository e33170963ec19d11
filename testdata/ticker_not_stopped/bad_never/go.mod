module golintsched.test/cases/ticker_not_stopped/bad_never

go 1.21
