package once

import (
	"errors"
	"sync"
)

type Session struct {
	quit chan struct{}
	once sync.Once
}

func (s *Session) stop() {
	s.once.Do(func() { close(s.quit) })
}

func (s *Session) serve(read func() error) {
	for i := 0; ; i++ {
		if err := read(); err != nil {
			if i == 0 {
				return
			}
			break
		}
	}
	s.stop()
}

func Serve(read func() error) {
	s := &Session{quit: make(chan struct{})}
	go s.serve(read)
	<-s.quit // want "quit"
}

func Exercise() {
	go Serve(func() error { return errors.New("refused") })
}
