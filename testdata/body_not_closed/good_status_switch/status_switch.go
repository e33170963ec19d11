package statusswitch

import (
	"errors"
	"io"
	"net/http"
)

var errGone = errors.New("gone")

func load(client *http.Client, url string) ([]byte, error) {
	resp, err := client.Get(url)
	switch {
	case err != nil:
		return nil, err
	case resp.StatusCode == http.StatusGone:
		resp.Body.Close()
		return nil, errGone
	case resp.StatusCode >= http.StatusBadRequest:
		_ = resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	data, err := io.ReadAll(resp.Body)
	if closeErr := resp.Body.Close(); closeErr != nil {
		return nil, errors.Join(err, closeErr)
	}
	return data, err
}

func must(url string) *http.Response {
	resp, err := http.Get(url)
	if err != nil {
		panic(err)
	}
	return resp
}

func used(url string) int {
	resp := must(url)
	defer resp.Body.Close()
	return resp.StatusCode
}
