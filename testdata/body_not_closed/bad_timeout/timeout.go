package timeout

import (
	"errors"
	"net/http"
	"time"
)

var client = &http.Client{Timeout: time.Hour}

func check(url string) error {
	resp, err := client.Get(url) // want "check can return without closing `resp.Body`"
	if err != nil {
		return err
	}
	if resp.ContentLength < 0 {
		return errors.New("no length")
	}
	return resp.Body.Close()
}
