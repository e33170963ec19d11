package passedtorunner

import (
	"context"
	"net/http"
)

// Main runs a server until it fails.
func Main(addr string) {
	mux := http.NewServeMux()
	mux.Handle("/", http.RedirectHandler("/start", http.StatusFound))
	run(context.Background(), &http.Server{Addr: addr, Handler: mux}) // want "waits for ever"
}
