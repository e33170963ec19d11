package list

import (
	"log"
	"net/http"
	"time"
)

func serveAll(public, private string) {
	servers := []*http.Server{
		{Addr: public, Handler: http.NotFoundHandler()}, // want "keeps idle connections"
		{Addr: private, Handler: http.NotFoundHandler(), ReadTimeout: 5 * time.Second},
	}
	for _, server := range servers {
		go func() {
			log.Print(server.ListenAndServe())
		}()
	}
}
