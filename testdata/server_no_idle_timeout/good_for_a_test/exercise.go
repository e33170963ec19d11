package web

import (
	"net"
	"testing"
)

type fake struct {
	testing.TB
	ends []func()
}

func (f *fake) Cleanup(end func()) { f.ends = append(f.ends, end) }

func Exercise() {
	test := &fake{}
	for range 2 {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		if len(test.ends) > 0 {
			Hook(test, ln)()
			continue
		}
		(&Env{test}).Start(ln)
	}
	for _, end := range test.ends {
		end()
	}
}
