module golintsched.test/cases/ticker_not_stopped/bad_setup_fails

go 1.18
