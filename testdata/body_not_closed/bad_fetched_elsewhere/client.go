// Package client asks through another package.
package client

import (
	"encoding/json"
	"fmt"
	"net/http"

	"golintsched.test/cases/body_not_closed/bad_fetched_elsewhere/fetch"
)

// Name asks the server for its name.
func Name(url string) (string, error) {
	resp, err := fetch.Get(url) // want "Name can return without closing `resp.Body`"
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusTeapot {
		return "", fmt.Errorf("status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	var answer struct{ Name string }
	err = json.NewDecoder(resp.Body).Decode(&answer)
	return answer.Name, err
}
