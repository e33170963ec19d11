// Package fetch asks servers.
package fetch

import (
	"bytes"
	"io"
	"net/http"
)

// Get asks the server, and reads all of its answer.
func Get(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return &http.Response{StatusCode: resp.StatusCode, Body: io.NopCloser(bytes.NewReader(text))}, err
}
