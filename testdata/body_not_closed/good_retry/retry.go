package retry

import (
	"errors"
	"io"
	"net/http"
)

func isTemporary(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }

func get(client *http.Client, url string) ([]byte, error) {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = client.Get(url)
		if err == nil {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func once(client *http.Client, url, mirror string) (int, error) {
	resp, err := client.Get(url)
	if isTemporary(err) {
		resp, err = client.Get(mirror)
	}
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func poll(client *http.Client, url string) error {
	for {
		resp, err := client.Get(url)
		if err != nil {
			return err
		}
		ready := resp.StatusCode == http.StatusOK
		resp.Body.Close()
		if ready {
			return nil
		}
	}
}
