module golintsched.test/cases/ticker_not_stopped/bad_reconnect

go 1.22
