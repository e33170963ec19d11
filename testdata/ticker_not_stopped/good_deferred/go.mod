module golintsched.test/cases/ticker_not_stopped/good_deferred

go 1.22
