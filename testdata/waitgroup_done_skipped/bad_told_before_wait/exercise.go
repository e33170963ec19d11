package toldbeforewait

import (
	"runtime"
	"time"
)

func Exercise() {
	stop := make(chan bool)
	go run([]func(){func() { stop <- true; time.Sleep(10 * time.Millisecond) }, func() {}}, stop)
	for range 200 {
		go give(runtime.Gosched, true)
	}
	time.Sleep(50 * time.Millisecond)
}
