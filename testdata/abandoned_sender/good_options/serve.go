package good

type server struct{ failed chan error }

type option func(*server)

func withRoom(n int) option {
	return func(s *server) { s.failed = make(chan error, n) }
}

func newServer(options ...option) *server {
	s := &server{failed: make(chan error)}
	for _, set := range options {
		set(s)
	}
	return s
}

func (s *server) serve(listen func() error) { s.failed <- listen() }

// run gives its server the room for what nobody may take.
func run(stop <-chan struct{}, listen func() error) error {
	s := newServer(withRoom(1))
	go s.serve(listen)
	select {
	case err := <-s.failed:
		return err
	case <-stop:
		return nil
	}
}
