module golintsched.test/cases/ticker_not_stopped/bad_range_tick

go 1.19
