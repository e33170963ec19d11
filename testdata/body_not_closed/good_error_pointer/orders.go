// Package orders asks a shop, whose answers come with an error that has a status.
package orders

import (
	"errors"
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
	req, err := http.NewRequest(http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, &failure{http.StatusBadRequest, err}
	}
	resp, err := client.Do(req)
	if err != nil {
		var known *failure
		if errors.As(err, &known) {
			return nil, known
		}
		return nil, &failure{http.StatusBadGateway, err}
	}
	return resp, nil
}

// Get tries twice.
func Get(client *http.Client, address string) ([]byte, error) {
	resp, failed := send(client, address)
	if failed != nil {
		if failed.status != http.StatusBadGateway {
			return nil, failed
		}
		var again *failure
		resp, again = send(client, address)
		if again != nil {
			return nil, again
		}
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
