module golintsched.test/cases/ticker_not_stopped/good_stop_helper

go 1.22
