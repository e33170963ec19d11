package errorofcall

import (
	"context"
	"time"
)

type source struct{ values chan int }

func (s *source) next(ctx context.Context) (int, error) {
	select {
	case v := <-s.values:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func follow(ctx context.Context, s *source, use func(int)) {
	go func() {
		for {
			v, err := s.next(ctx)
			if err != nil {
				return
			}
			use(v)
			time.Sleep(time.Millisecond)
		}
	}()
}
