package askedbyhelper

import (
	"errors"
	"io"
	"net/http"
)

type status struct {
	StatusCode int
	Body       string
}

// isUseless tells of no response, and of one that is an error.
func isUseless(resp *http.Response) bool {
	return resp == nil || resp.StatusCode >= http.StatusBadRequest
}

func fetch(url string) (*status, error) {
	resp, err := http.Get(url) // want "fetch can return without closing `resp.Body`"
	if err != nil {
		return nil, err
	}
	if isUseless(resp) {
		return nil, errors.New("useless")
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return &status{resp.StatusCode, string(text)}, err
}

// copied gives the response a code of its own before it asks for it again.
func copied(url string, other *status) (*status, error) {
	resp, err := http.Get(url) // want "copied can return without closing `resp.Body`"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		resp.Body.Close()
	}
	resp.StatusCode = other.StatusCode
	if resp.StatusCode >= http.StatusBadRequest {
		return other, nil
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return &status{resp.StatusCode, string(text)}, err
}
