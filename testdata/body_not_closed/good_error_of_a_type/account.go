// Package account asks a server that has errors of its own.
package account

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
)

var (
	errNone = errors.New("no account")
	errSlow = errors.New("too slow")
)

// Get asks for an account: an error of a certain type is an error, and there is no body then.
func Get(client *http.Client, address string) (string, error) {
	resp, err := client.Get(address)
	if e, ok := err.(*url.Error); ok && !e.Timeout() {
		return "", errNone
	}
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

// Probe tells what kind of error there was.
func Probe(client *http.Client, address string) (string, error) {
	resp, err := client.Get(address)
	switch e := err.(type) {
	case *url.Error:
		return "", fmt.Errorf("%s: %w", e.URL, errNone)
	case net.Error:
		return "", errSlow
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

// Ask unwraps the error.
func Ask(client *http.Client, address string) (string, error) {
	resp, err := client.Get(address)
	var wrong *url.Error
	if errors.As(err, &wrong) {
		return "", errNone
	}
	if errors.Is(err, context.Canceled) {
		return "", errSlow
	}
	defer resp.Body.Close()
	return resp.Status, nil
}
