package retry

import (
	"errors"
	"net/http"
)

// get asks again while the server is busy.
func get(url string) (*http.Response, error) {
	for range 3 {
		resp, err := http.Get(url) // want "`resp.Body` is replaced|without closing `resp.Body`"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return nil, errors.New("busy")
}
