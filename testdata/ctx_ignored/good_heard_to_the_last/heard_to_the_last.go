package heardtothelast

import "context"

type table struct{ pages [][]int }

func (t *table) load(ctx context.Context, page int) ([]int, error) {
	return t.pages[page], ctx.Err()
}

// scan gives all rows, and at the end whether that was all; its caller takes what comes until then.
func (t *table) scan(ctx context.Context) (chan int, chan error) {
	rows := make(chan int)
	failed := make(chan error)
	go func() {
		defer func() {
			close(failed)
			close(rows)
		}()
		if err := t.all(ctx, rows); err != nil {
			failed <- err
			return
		}
		failed <- nil
	}()
	return rows, failed
}

func (t *table) all(ctx context.Context, rows chan int) error {
	for page := range t.pages {
		found, err := t.load(ctx, page)
		if err != nil {
			return err
		}
		for _, row := range found {
			rows <- row
		}
	}
	return nil
}

func (t *table) read(ctx context.Context) ([]int, error) {
	rows, failed := t.scan(ctx)
	var found []int
	for {
		select {
		case row := <-rows:
			found = append(found, row)
		case err := <-failed:
			return found, err
		}
	}
}
