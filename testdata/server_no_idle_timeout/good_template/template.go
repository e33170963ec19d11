package template

import (
	"net/http"
	"time"
)

type settings struct {
	handler http.Handler
	idle    time.Duration
}

func start(addresses ...string) {
	base := settings{handler: http.NotFoundHandler(), idle: time.Minute}
	unused := http.Server{Handler: base.handler}
	for _, addr := range addresses {
		srv := http.Server{Handler: unused.Handler, Addr: addr, IdleTimeout: base.idle, ReadTimeout: base.idle}
		go srv.ListenAndServe()
	}
}
