package toldbystatus

import (
	"fmt"
	"io"
	"net/http"
)

type status struct{ code int }

type client struct{ base string }

// send gives a response only for codes below 400; it has closed all others.
func (c *client) send(path string) (*http.Response, *status, error) {
	resp, err := http.Get(c.base + path)
	if err != nil {
		return nil, nil, err
	}
	told := &status{resp.StatusCode}
	if resp.StatusCode >= http.StatusBadRequest {
		resp.Body.Close()
		return nil, told, fmt.Errorf("status %d", told.code)
	}
	return resp, told, nil
}

// retry asks the status alone, and leaves the rest to its caller.
func (c *client) retry(path string, times int) (*http.Response, error) {
	var resp *http.Response
	var told *status
	var err error
	for range times {
		resp, told, err = c.send(path)
		if told != nil && told.code == http.StatusConflict {
			path += "/again"
		} else {
			break
		}
	}
	return resp, err
}

func (c *client) text(path string) (string, error) {
	resp, err := c.retry(path, 3)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}
