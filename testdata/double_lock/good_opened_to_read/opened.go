package opened

import (
	"errors"
	"sync"
)

// Flags say what a file is opened for.
type Flags struct{ Read, Write bool }

// Page is a file in memory: many may read it, or one may write it.
type Page struct {
	open sync.RWMutex
	text []byte
}

type handle struct {
	page  *Page
	flags Flags
}

var errNeither = errors.New("opened for neither reading nor writing")

// Open returns a handle, which keeps others out until it is closed.
func (p *Page) Open(flags Flags) (*handle, error) {
	switch {
	case flags.Write:
		p.open.Lock()
	case flags.Read:
		p.open.RLock()
	default:
		return nil, errNeither
	}
	return &handle{page: p, flags: flags}, nil
}

func (h *handle) Bytes() []byte { return h.page.text }

// Close lets others have the page again.
func (h *handle) Close() error {
	if h.flags.Write {
		h.page.open.Unlock()
	} else {
		h.page.open.RUnlock()
	}
	return nil
}

func length(p *Page) (int, error) {
	h, err := p.Open(Flags{Read: true})
	if err != nil {
		return 0, err
	}
	defer h.Close()
	return len(h.Bytes()), nil
}

func replace(p *Page, text string) error {
	h, err := p.Open(Flags{Write: true})
	if err != nil {
		return err
	}
	h.page.text = []byte(text)
	return h.Close()
}
