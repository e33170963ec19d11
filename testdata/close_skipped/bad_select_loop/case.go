package selectloop

import (
	"errors"
	"io"
)

type Session struct {
	out  chan []byte
	quit chan struct{}
	conn io.Writer
}

func Dial(conn io.Writer) (*Session, error) {
	s := &Session{out: make(chan []byte), quit: make(chan struct{}), conn: conn}
	go s.writer()
	if err := s.greet(); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Session) greet() error {
	_, err := s.conn.Write([]byte("hello"))
	return err
}

func (s *Session) writer() {
	for {
		select { // want "if Dial fails"
		case packet := <-s.out:
			_, _ = s.conn.Write(packet)
		case <-s.quit:
			return
		}
	}
}

func (s *Session) Send(packet []byte) { s.out <- packet }

func (s *Session) Close() { close(s.quit) }

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func Exercise() {
	if s, err := Dial(broken{}); err == nil {
		s.Close()
	}
}
