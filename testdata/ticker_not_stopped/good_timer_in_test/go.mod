module golintsched.test/cases/ticker_not_stopped/good_timer_in_test

go 1.21
