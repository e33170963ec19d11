// Package proxy hands requests on.
package proxy

import (
	"context"
	"net/http"
)

// ask sends a request that does not end with the one that it was given.
func ask(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(context.Background(), http.MethodGet, r.Header.Get("Target"), http.NoBody)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req) // want "`resp.Body` is never closed in ask"
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

// forward takes the context of the request away.
func forward(w http.ResponseWriter, r *http.Request) {
	r = r.Clone(context.WithoutCancel(r.Context()))
	r.RequestURI = ""
	resp, err := http.DefaultClient.Do(r) // want "`resp.Body` is never closed in forward"
	if err == nil {
		w.WriteHeader(resp.StatusCode)
	}
}

// send is no handler: whoever calls it goes on.
func send(r *http.Request) int {
	resp, err := http.DefaultTransport.RoundTrip(r) // want "`resp.Body` is never closed in send"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
