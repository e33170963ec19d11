package good

import "testing"

func TestFollow(t *testing.T) {
	in := make(chan int)
	c := NewCache()
	go c.run(in)
	in <- 1
	in <- 2
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.seen[1] {
		t.Error("1 is lost")
	}
}
