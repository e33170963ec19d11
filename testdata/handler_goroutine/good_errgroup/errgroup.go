package errgroup

import (
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

func fetch(w http.ResponseWriter, r *http.Request) {
	var group errgroup.Group
	for range 3 {
		group.Go(func() error {
			time.Sleep(time.Millisecond)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
