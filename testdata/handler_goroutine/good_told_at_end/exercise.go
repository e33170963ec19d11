package toldatend

import (
	"context"
	"net/http/httptest"
)

func Exercise() {
	h := &hub{map[*client]bool{}, make(chan *client), make(chan *client), make(chan string)}
	go h.run()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	h.listen(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil).WithContext(ctx))
	close(h.enter)
}
