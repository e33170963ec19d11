package poll

import (
	"context"
	"os"
	"time"
)

type reloader struct {
	path     string
	modified time.Time
	reloads  int
}

func (r *reloader) check() {
	info, err := os.Stat(r.path)
	if err != nil || !info.ModTime().After(r.modified) {
		return
	}
	r.modified = info.ModTime()
	r.reloads++
}

// Watch reloads the file whenever it changes.
func (r *reloader) Watch(ctx context.Context, every time.Duration) error {
	if _, err := os.Stat(r.path); err != nil {
		return err
	}
	go func() {
		for { // want "this loop ignores ctx"
			r.check()
			time.Sleep(every)
		}
	}()
	return ctx.Err()
}
