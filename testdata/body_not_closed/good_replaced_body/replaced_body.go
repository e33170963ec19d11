package replacedbody

import (
	"bytes"
	"io"
	"net/http"
)

type logging struct {
	next http.RoundTripper
	seen int
}

func (l *logging) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := l.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	l.seen += len(data)
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return resp, nil
}

func buffered(l *logging, req *http.Request) (int, error) {
	resp, err := l.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
