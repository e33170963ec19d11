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

// isMissing tells of what should not be: neither a response nor an error.
func isMissing(resp *http.Response, err error) bool {
	if resp == nil && err == nil {
		return true
	}
	return false
}

func came(resp *http.Response) bool { return resp != nil }

func fetch(url string) (*status, error) {
	found := &status{}
	resp, err := http.Get(url)
	if isMissing(resp, err) {
		return nil, errors.New("nothing came")
	}
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		resp.Body.Close()
	}
	found.StatusCode = resp.StatusCode
	if resp.StatusCode >= http.StatusBadRequest {
		return found, nil
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	found.Body = string(text)
	return found, err
}

func ping(url string) bool {
	resp, _ := http.Get(url)
	if !came(resp) {
		return false
	}
	resp.Body.Close()
	return true
}
