package copied

import "time"

func Exercise() {
	b := open()
	b.Close()
	time.Sleep(20 * time.Millisecond)
	go b.Report("late")
	time.Sleep(20 * time.Millisecond)
}

// Board collects what is reported.
type Board struct {
	notes chan string
	quit  chan struct{}
}

type clerk struct {
	notes <-chan string
	quit  <-chan struct{}
	kept  []string
}

func open() *Board {
	b := &Board{notes: make(chan string), quit: make(chan struct{})}
	c := &clerk{notes: b.notes, quit: b.quit}
	go c.file()
	return b
}

func (c *clerk) file() {
	for {
		select {
		case n := <-c.notes:
			c.kept = append(c.kept, n)
		case <-c.quit:
			return
		}
	}
}

// Report hands a note in.
func (b *Board) Report(note string) {
	b.notes <- note // want "once \\(\\*clerk\\).file has left by `<-c.quit`"
}

// Close sends the clerk home.
func (b *Board) Close() { close(b.quit) }
