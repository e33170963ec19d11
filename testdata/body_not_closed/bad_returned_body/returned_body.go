package returnedbody

import (
	"fmt"
	"io"
	"net/http"
)

func download(transport *http.Transport, url string) (io.ReadCloser, error) {
	req, err := http.NewRequest("GET", url, http.NoBody)
	if err != nil {
		return nil, err
	}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func magic(transport *http.Transport, url string) (string, error) {
	content, err := download(transport, url) // want "magic can return without closing `content`"
	if err != nil {
		return "", err
	}
	head := make([]byte, 4)
	if _, err := io.ReadFull(content, head); err != nil {
		return "", fmt.Errorf("%s: %w", url, err)
	}
	if string(head) != "MAGI" {
		return "", nil
	}
	return string(head), content.Close()
}
