package field

type event struct{ name string }

type server struct {
	name   string
	events chan event
}

func newServer(name string) *server {
	return &server{name: name}
}

func (s *server) run(handle func(event)) {
	for e := range s.events { // want "this receive blocks for ever: `s.events` is nil"
		handle(e)
	}
}

func (s *server) stop() {
	s.name = ""
}
