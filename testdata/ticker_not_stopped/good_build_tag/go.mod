module golintsched.test/cases/ticker_not_stopped/good_build_tag

go 1.22
