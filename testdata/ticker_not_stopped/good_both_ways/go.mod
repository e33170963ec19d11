module golintsched.test/cases/ticker_not_stopped/good_both_ways

go 1.22
