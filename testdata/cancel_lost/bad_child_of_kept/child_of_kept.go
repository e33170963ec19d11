package session

import "context"

// A Session lives as long as its owner wants.
type Session struct {
	ctx  context.Context
	stop context.CancelFunc
	ask  func(ctx context.Context, q string) (string, error)
}

func Open(ask func(ctx context.Context, q string) (string, error)) *Session {
	ctx, stop := context.WithCancel(context.Background())
	return &Session{ctx: ctx, stop: stop, ask: ask}
}

func (s *Session) Close() { s.stop() }

func (s *Session) Ask(q string) (string, error) {
	ctx, cancel := context.WithCancel(s.ctx) // want "Ask can return without calling `cancel`"
	answer, err := s.ask(ctx, q)
	if err == nil {
		cancel()
	}
	return answer, err
}
