module golintsched.test/cases/ticker_not_stopped/good_main

go 1.22
