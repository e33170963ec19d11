package openedtoread

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

// swap replaces the text of a page that it still reads.
func swap(p *Page, text string) error {
	r, err := p.Open(Flags{Read: true})
	if err != nil {
		return err
	}
	defer r.Close()
	if string(r.Bytes()) == text {
		return nil
	}
	return p.write(text)
}

func (p *Page) write(text string) error {
	p.open.Lock() // want "swap locks p.open again inside write while it holds it" // blocks here
	defer p.open.Unlock()
	p.text = []byte(text)
	return nil
}
