module golintsched.test/cases/ticker_not_stopped/bad_helper

go 1.22
