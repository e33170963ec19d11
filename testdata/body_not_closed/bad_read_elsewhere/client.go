// Package client leaves the body to a helper of another package, which only reads from it.
package client

import (
	"net/http"

	"golintsched.test/cases/body_not_closed/bad_read_elsewhere/decode"
)

// Name asks the server for its name.
func Name(url string) (string, error) {
	resp, err := http.Get(url) // want "`resp.Body` is never closed in Name"
	if err != nil {
		return "", err
	}
	var answer struct{ Name string }
	err = decode.Response(resp, &answer)
	return answer.Name, err
}
