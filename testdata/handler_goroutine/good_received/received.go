package received

import (
	"fmt"
	"net/http"
	"time"
)

func show(w http.ResponseWriter, r *http.Request) {
	answers := make(chan int)
	for n := range 3 {
		go func() {
			time.Sleep(time.Millisecond)
			answers <- n
		}()
	}
	for range 3 {
		fmt.Fprintln(w, <-answers)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		time.Sleep(time.Millisecond)
	}()
	<-done
}
