module golintsched.test/cases/ticker_not_stopped/bad_early_return

go 1.22
