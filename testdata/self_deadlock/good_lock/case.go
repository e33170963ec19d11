package good

type box struct {
	held  chan struct{}
	value int
}

func (b *box) lock()   { b.held <- struct{}{} }
func (b *box) unlock() { <-b.held }

// Add uses a channel of one place as a lock.
func Add(values []int) int {
	b := &box{held: make(chan struct{}, 1)}
	for _, value := range values {
		b.lock()
		b.value += value
		b.unlock()
	}
	return b.value
}
