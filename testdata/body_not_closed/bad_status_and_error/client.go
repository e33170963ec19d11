package statusanderror

import (
	"io"
	"net/http"
)

type status struct{ code int }

type client struct{ base string }

func (c *client) send(path string) (*http.Response, *status, error) {
	resp, err := http.Get(c.base + path)
	if err != nil {
		return nil, nil, err
	}
	return resp, &status{resp.StatusCode}, nil
}

func (c *client) text(path string, times int) (string, error) {
	for range times {
		resp, told, err := c.send(path) // want "`resp.Body` is replaced by the next response|text can return without closing `resp.Body`"
		if err != nil {
			return "", err
		}
		if told.code == http.StatusConflict {
			path += "/again"
			continue
		}
		text, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return string(text), err
	}
	return "", nil
}
