package valuesnotclose

import "context"

type gate struct {
	stop chan struct{} // one value for each pause
	in   chan int
}

func (g *gate) run(ctx context.Context, use func(int)) {
	for {
		select {
		case <-g.stop:
			use(0)
		case v := <-g.in:
			use(v)
		case <-ctx.Done():
			return
		}
	}
}

func (g *gate) pause() { g.stop <- struct{}{} }
