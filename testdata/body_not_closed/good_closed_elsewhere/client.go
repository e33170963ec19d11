// Package client leaves the body to helpers of another package, which close it, read it to the end, or keep it.
package client

import (
	"net/http"

	"golintsched.test/cases/body_not_closed/good_closed_elsewhere/decode"
)

// Name asks the server for its name.
func Name(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	var answer struct{ Name string }
	err = decode.Response(resp, &answer)
	return answer.Name, err
}

// Text asks the server for its text.
func Text(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	return decode.All(resp), nil
}

// Later asks the server for something that is read later.
func Later(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	decode.Keep(resp)
	return nil
}
