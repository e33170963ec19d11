package good

import "context"

// Run stops waiting when ctx is cancelled; the goroutine has room for its result.
func Run(ctx context.Context, job func() error) error {
	errc := make(chan error, 1)
	go func() { errc <- job() }()
	select {
	case err := <-errc:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Article sends twice on a channel with one place while a goroutine receives once: the second send finds room.
func Article() {
	ch := make(chan int, 1)
	ch <- 1
	go func() { <-ch }()
	ch <- 2
}

// First leaves all answers but one in the buffer.
func First(mirrors []string) string {
	answers := make(chan string, len(mirrors))
	for _, mirror := range mirrors {
		go func() { answers <- mirror }()
	}
	return <-answers
}

// Exercise leaves each of them early.
