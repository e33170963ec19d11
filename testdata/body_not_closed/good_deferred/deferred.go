package deferred

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
)

func fetch(url string, out any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func checked(url string) (data []byte, err error) {
	resp, err := http.Post(url, "text/plain", nil)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closeErr := resp.Body.Close(); closeErr != nil && err == nil {
			err = closeErr
		}
	}()
	return io.ReadAll(io.LimitReader(resp.Body, 1<<10))
}

func maybe(url string) int {
	resp, err := http.Get(url)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		log.Print(err)
		return 0
	}
	return resp.StatusCode
}

func guarded(url string) int {
	resp, err := http.Get(url)
	defer func() {
		if resp != nil && resp.Body != nil {
			resp.Body.Close()
		}
	}()
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
