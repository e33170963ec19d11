module golintsched.test/oldnegative

go 1.22
