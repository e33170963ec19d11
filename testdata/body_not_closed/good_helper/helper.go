package helper

import (
	"fmt"
	"io"
	"net/http"
)

func drain(body io.ReadCloser) {
	if body == nil {
		return
	}
	_, _ = io.CopyN(io.Discard, body, 512)
	_ = body.Close()
}

func discard(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	drain(resp.Body)
}

func closeQuietly(c io.Closer) { _ = c.Close() }

func read[T any](resp *http.Response, out *T) error {
	if resp == nil || resp.Body == nil {
		return io.EOF
	}
	defer discard(resp)
	_, err := fmt.Fscan(resp.Body, out)
	return err
}

func number(url string) (n int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	err = read(resp, &n)
	return n, err
}

func status(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer closeQuietly(resp.Body)
	return resp.Status, nil
}
