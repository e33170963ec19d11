package good

import "context"

type server struct {
	ctx context.Context
}

// New makes one that nothing ends, unless the caller says otherwise.
func New(options ...func(*server)) *server {
	s := &server{ctx: context.Background()}
	for _, option := range options {
		option(s)
	}
	return s
}

// Under lets the server end with the context.
func Under(ctx context.Context) func(*server) { return func(s *server) { s.ctx = ctx } }

// Wait waits for the end.
func (s *server) Wait() { <-s.ctx.Done() }
