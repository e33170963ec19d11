package bad

import (
	stdcontext "context"
	"sync"
)

type hub struct {
	mu    sync.Mutex
	peers map[string]func()
}

func (h *hub) add(name string, leave func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.peers[name] = leave
	go h.drop(stdcontext.Background(), name)
}

func (h *hub) drop(ctx stdcontext.Context, name string) {
	for range ctx.Done() { // want "this waits for ever"
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.peers, name)
}
