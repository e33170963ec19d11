module golintsched.test/cases/ticker_not_stopped/good_new_go

go 1.23
