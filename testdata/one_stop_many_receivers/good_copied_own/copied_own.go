package copiedown

import "time"

func Exercise() {
	var posts []*post
	for range 2 {
		posts = append(posts, newPost())
	}
	time.Sleep(20 * time.Millisecond)
	for _, p := range posts {
		p.close()
	}
}

type post struct {
	abort chan struct{}
	guard *guard
}

type guard struct {
	abort <-chan struct{}
	turns int
}

func newPost() *post {
	p := &post{abort: make(chan struct{})}
	p.guard = &guard{abort: p.abort}
	go p.guard.watch()
	return p
}

func (g *guard) watch() {
	for {
		select {
		case <-time.After(time.Hour):
			g.turns++
		case <-g.abort:
			return
		}
	}
}

func (p *post) close() { p.abort <- struct{}{} }
