package closedintable

import (
	"net/http/httptest"
	"sync"
	"time"
)

func Exercise() {
	h := newHub()
	var serving sync.WaitGroup
	serving.Go(func() {
		h.serve(httptest.NewRecorder(), httptest.NewRequest("GET", "/?id=1", nil))
	})
	time.Sleep(10 * time.Millisecond)
	for range 5 {
		h.tell("hello")
	}
	serving.Wait()
}
