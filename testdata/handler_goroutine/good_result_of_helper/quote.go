package quote

import (
	"fmt"
	"net/http"
	"time"
)

func quote(pause time.Duration) <-chan int {
	price := make(chan int, 1)
	go func() {
		time.Sleep(pause)
		price <- 42
	}()
	return price
}

func show(w http.ResponseWriter, _ *http.Request) {
	price := quote(time.Millisecond)
	fmt.Fprintln(w, <-price)
}
