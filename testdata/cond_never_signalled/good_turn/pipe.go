package turn

import (
	"io"
	"sync"
)

// pipe keeps the bytes between a writer and a reader.
type pipe struct {
	mu      sync.Mutex
	changed *sync.Cond
	buf     []byte
	room    int
	closed  bool
}

func newPipe(room int) *pipe {
	p := &pipe{room: room}
	p.changed = sync.NewCond(&p.mu)
	return p
}

// take gives no byte and no error where it had to wait.
func (p *pipe) take(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.buf) == 0 {
		if p.closed {
			return 0, io.EOF
		}
		p.changed.Wait()
		return 0, nil
	}
	n := copy(b, p.buf)
	p.buf = p.buf[n:]
	p.changed.Broadcast()
	return n, nil
}

func (p *pipe) Read(b []byte) (n int, err error) {
	for n == 0 {
		got, err := p.take(b)
		if err != nil {
			return got, err
		}
		n += got
	}
	return n, nil
}

// put takes no byte where it had to wait.
func (p *pipe) put(b []byte) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := min(len(b), p.room-len(p.buf))
	if n == 0 {
		p.changed.Wait()
		return 0
	}
	p.buf = append(p.buf, b[:n]...)
	p.changed.Broadcast()
	return n
}

func (p *pipe) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		b = b[p.put(b):]
	}
	return n, nil
}

func (p *pipe) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.changed.Broadcast()
	return nil
}
