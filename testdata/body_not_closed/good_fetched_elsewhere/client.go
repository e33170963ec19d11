// Package client asks through another package, which keeps nothing open.
package client

import (
	"encoding/json"

	"golintsched.test/cases/body_not_closed/good_fetched_elsewhere/fetch"
)

// Name asks the server for its name.
func Name(url string) (string, error) {
	resp, err := fetch.Get(url)
	if err != nil {
		return "", err
	}
	var answer struct{ Name string }
	err = json.NewDecoder(resp.Body).Decode(&answer)
	return answer.Name, err
}
