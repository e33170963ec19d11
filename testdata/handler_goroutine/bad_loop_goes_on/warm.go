package warm

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

type warmer struct {
	load func(context.Context, string) error
}

func (c *warmer) handle(w http.ResponseWriter, r *http.Request) {
	keys := r.URL.Query()["key"]
	warm := func() {
		for _, key := range keys { // want "this loop does not observe r.Context"
			if err := c.load(r.Context(), key); err != nil {
				slog.Error("load", "key", key, "error", err)
			}
			time.Sleep(time.Minute)
		}
	}
	go warm()
	w.WriteHeader(http.StatusAccepted)
}
