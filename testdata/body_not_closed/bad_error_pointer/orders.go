// Package orders asks a shop, whose answers come with an error that has a status.
package orders

import (
	"io"
	"net/http"
)

type failure struct {
	status int
	cause  error
}

func (f *failure) Error() string { return f.cause.Error() }

// send gives a response, or a failure and no response.
func send(client *http.Client, address string) (*http.Response, *failure) {
	resp, err := client.Get(address)
	if err != nil {
		return nil, &failure{http.StatusBadGateway, err}
	}
	return resp, nil
}

// ask gives the response too where its status is a failure.
func ask(client *http.Client, address string) (*http.Response, *failure) {
	resp, err := client.Get(address)
	if err != nil {
		return nil, &failure{http.StatusBadGateway, err}
	}
	if resp.StatusCode != http.StatusOK {
		return resp, &failure{status: resp.StatusCode}
	}
	return resp, nil
}

// Get forgets what came with a status that it does not like.
func Get(client *http.Client, address string) ([]byte, error) {
	resp, failed := send(client, address) // want "Get can return without closing"
	if failed != nil {
		return nil, failed
	}
	if resp.StatusCode != http.StatusOK {
		return nil, nil
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Ask takes every failure for one without a response.
func Ask(client *http.Client, address string) ([]byte, error) {
	resp, failed := ask(client, address) // missed "Ask can return without closing"
	if failed != nil {
		return nil, nil
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
