package nocontentkept

import (
	"fmt"
	"net/http"
)

// remove takes any success for done; only that without content has nothing to close.
func remove(client *http.Client, url string) error {
	req, err := http.NewRequest(http.MethodDelete, url, http.NoBody)
	if err != nil {
		return err
	}
	resp, err := client.Do(req) // want "remove can return without closing `resp.Body`"
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNoContent || resp.StatusCode == http.StatusOK {
		return nil
	}
	resp.Body.Close()
	return fmt.Errorf("%s", resp.Status)
}

// expect closes what it did not expect, which has no body, and leaves open what it did.
func expect(url string) (bool, error) {
	resp, err := http.Get(url) // want "expect can return without closing `resp.Body`"
	if err != nil {
		return false, err
	}
	if resp.StatusCode == http.StatusNoContent {
		resp.Body.Close()
		return false, nil
	}
	return resp.StatusCode == http.StatusOK, nil
}
