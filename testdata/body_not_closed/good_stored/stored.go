package stored

import (
	"net/http"
	"sync"
)

type pool struct {
	mu    sync.Mutex
	open  map[string]*http.Response
	ready chan *http.Response
}

func (p *pool) add(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open[url] = resp
	return nil
}

func (p *pool) send(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	p.ready <- resp
}

func (p *pool) close() {
	for _, resp := range p.open {
		resp.Body.Close()
	}
}
