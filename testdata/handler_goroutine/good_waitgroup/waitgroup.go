package waitgroup

import (
	"net/http"
	"sync"
	"time"
)

func gather(w http.ResponseWriter, r *http.Request) {
	var group sync.WaitGroup
	for range 3 {
		group.Add(1)
		go func() {
			defer group.Done()
			time.Sleep(time.Millisecond)
		}()
	}
	group.Go(func() { time.Sleep(time.Millisecond) })
	group.Wait()
}

func deferred(w http.ResponseWriter, r *http.Request) {
	var group sync.WaitGroup
	defer group.Wait()
	group.Add(1)
	go pause(&group)
	if r.Method == http.MethodPost {
		return
	}
	w.WriteHeader(http.StatusOK)
}

func pause(group *sync.WaitGroup) {
	defer group.Done()
	time.Sleep(time.Millisecond)
}
