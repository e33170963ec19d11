package droppedwhenfull

import "net/http"

type events struct {
	queue chan string
}

func (e *events) note(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() {
		select {
		case e.queue <- path:
		default:
		}
	}()
	result := make(chan int, 1)
	go func() { result <- len(path) }()
	select {
	case <-result:
	case <-r.Context().Done():
	}
}
