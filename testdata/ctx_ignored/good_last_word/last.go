package last

import "context"

type meter struct {
	total  int
	report chan<- int
}

func newMeter(report chan<- int) *meter { return &meter{report: report} }

// start sends the total once the context is over: that is when the caller waits for it.
func (m *meter) start(ctx context.Context, samples <-chan int) {
	go func() {
		for {
			select {
			case n := <-samples:
				m.total += n
			case <-ctx.Done():
				m.report <- m.total
				return
			}
		}
	}()
}
