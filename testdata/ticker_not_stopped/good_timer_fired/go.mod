module golintsched.test/cases/ticker_not_stopped/good_timer_fired

go 1.22
