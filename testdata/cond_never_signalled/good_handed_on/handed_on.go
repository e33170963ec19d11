package handedon

import "sync"

type box struct {
	mu     sync.Mutex
	filled *sync.Cond
	full   bool
}

type filler struct {
	b    *box
	wake *sync.Cond
}

func newBox() *box {
	b := &box{}
	b.filled = sync.NewCond(&b.mu)
	return b
}

func newFiller(b *box) *filler {
	return &filler{b: b, wake: b.filled}
}

func (b *box) take() {
	b.mu.Lock()
	for !b.full {
		b.filled.Wait()
	}
	b.full = false
	b.mu.Unlock()
}

func (f *filler) waker() func() {
	return f.wake.Broadcast
}

func (f *filler) fill() {
	f.b.mu.Lock()
	f.b.full = true
	f.b.mu.Unlock()
	f.waker()()
}
