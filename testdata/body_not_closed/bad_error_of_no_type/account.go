// Package account asks a server that has errors of its own.
package account

import (
	"errors"
	"net/http"
	"net/url"
)

var errOther = errors.New("another error")

// Get takes every error but one for a fault of its own, and no error too.
func Get(client *http.Client, address string) (string, error) {
	resp, err := client.Get(address) // want "`resp.Body` is never closed in Get"
	e, ok := err.(*url.Error)
	if !ok {
		return "", errOther
	}
	if e.Timeout() {
		return "", e
	}
	return resp.Status, nil
}

// Probe closes for one type, where there is nothing to close.
func Probe(client *http.Client, address string) error {
	resp, err := client.Get(address) // want "Probe can return without closing"
	switch err.(type) {
	case nil:
		if resp.StatusCode != http.StatusOK {
			return errOther
		}
		return resp.Body.Close()
	default:
		return err
	}
}
