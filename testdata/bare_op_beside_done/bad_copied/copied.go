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
	bye   chan struct{}
}

type clerk struct {
	notes <-chan string
	bye   <-chan struct{}
	kept  []string
}

func open() *Board {
	b := &Board{notes: make(chan string), bye: make(chan struct{})}
	c := &clerk{notes: b.notes, bye: b.bye}
	go c.file()
	return b
}

func (c *clerk) file() {
	for {
		select {
		case n := <-c.notes:
			c.kept = append(c.kept, n)
		case <-c.bye:
			return
		}
	}
}

// Report hands a note in.
func (b *Board) Report(note string) {
	b.notes <- note // want "once \\(\\*clerk\\).file has left by `<-c.bye`"
}

// Close sends the clerk home.
func (b *Board) Close() { close(b.bye) }
