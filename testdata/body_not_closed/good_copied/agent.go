// Package agent sends requests for others.
package agent

import (
	"io"
	"net/http"
)

type agent struct {
	client *http.Client
}

// send returns a copy of the response, in which the body is still open.
func (a *agent) send(req *http.Request) (http.Response, error) {
	resp, err := a.client.Do(req)
	if err != nil {
		return http.Response{}, err
	}
	return *resp, nil
}

// Fetch reads it.
func (a *agent) Fetch(address string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, err
	}
	resp, err := a.send(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
