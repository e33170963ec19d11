package nottothelast

import "context"

type table struct{ pages [][]int }

func (t *table) load(ctx context.Context, page int) ([]int, error) {
	return t.pages[page], ctx.Err()
}

func (t *table) all(ctx context.Context, rows chan int) error {
	for page := range t.pages {
		found, err := t.load(ctx, page)
		if err != nil {
			return err
		}
		for _, row := range found {
			rows <- row // blocks here
		}
	}
	return nil
}

// scan gives all rows, and at the end whether that was all.
func (t *table) scan(ctx context.Context) (chan int, chan error) {
	rows := make(chan int)
	failed := make(chan error)
	go func() {
		failed <- t.all(ctx, rows) // want "send may wait for ever: `failed <-` ignores ctx"
	}()
	return rows, failed
}

// first leaves when it has enough.
func (t *table) first(ctx context.Context) (int, error) {
	rows, failed := t.scan(ctx)
	for {
		select {
		case row := <-rows:
			if row > 1 {
				return row, nil
			}
		case err := <-failed:
			return 0, err
		}
	}
}

// check tells of every page that is wrong; its reader leaves with the first one.
func (t *table) check(ctx context.Context) (chan int, chan error) {
	rows := make(chan int)
	wrong := make(chan error)
	go func() {
		for page := range t.pages {
			found, err := t.load(ctx, page)
			if err != nil {
				wrong <- err // want "send may wait for ever: `wrong <-` ignores ctx"
				continue
			}
			rows <- len(found)
		}
		wrong <- nil
	}()
	return rows, wrong
}

func (t *table) size(ctx context.Context) (total int, err error) {
	rows, wrong := t.check(ctx)
	for {
		select {
		case row := <-rows:
			total += row
		case err := <-wrong:
			return total, err
		}
	}
}
