package owndeadline

import (
	"context"
	"log"
	"net/http"
	"time"
)

type audit struct {
	save func(context.Context, string) error
}

func (a *audit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := a.save(ctx, path); err != nil {
			log.Println(err)
		}
	}()
}
