module golintsched.test/cases/ticker_not_stopped/bad_timer

go 1.22
