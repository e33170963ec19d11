// Package http is not net/http.
package http

import "errors"

// ListenAndServe does not serve.
func ListenAndServe(addr string, handler any) error {
	return errors.New("no server at " + addr)
}
