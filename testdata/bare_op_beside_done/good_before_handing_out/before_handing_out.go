package beforehandingout

import "time"

func Exercise() {
	j := open([]string{"a", "b"})
	time.Sleep(20 * time.Millisecond)
	j.close()
	time.Sleep(20 * time.Millisecond)
}

type journal struct {
	entries chan string
	bye     chan struct{}
}

func open(backlog []string) *journal {
	j := &journal{entries: make(chan string), bye: make(chan struct{})}
	j.start()
	for _, each := range backlog {
		j.add(each)
	}
	return j
}

func (j *journal) start() {
	go func() {
		for {
			select {
			case e := <-j.entries:
				_ = e
			case <-j.bye:
				return
			}
		}
	}()
}

func (j *journal) add(entry string) {
	j.entries <- entry // wantlow "has left"
}

func (j *journal) close() { close(j.bye) }
