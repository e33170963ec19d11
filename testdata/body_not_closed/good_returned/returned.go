package returned

import (
	"bufio"
	"errors"
	"io"
	"net/http"
)

type stream struct {
	resp  *http.Response
	lines *bufio.Reader
}

func (s *stream) Close() error { return s.resp.Body.Close() }

func open(client *http.Client, url string) (*stream, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return &stream{resp: resp, lines: bufio.NewReader(resp.Body)}, nil
}

func body(url string) (content io.ReadCloser, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	content = resp.Body
	return
}

type gzipped struct {
	io.Reader
	io.Closer
}

func wrapped(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return gzipped{bufio.NewReader(resp.Body), resp.Body}, nil
}

func use(url string) error {
	s, err := open(http.DefaultClient, url)
	if err != nil {
		return err
	}
	return s.Close()
}
