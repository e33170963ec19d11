module golintsched.test/cases/ticker_not_stopped/bad_tick

go 1.20
