// Package fetch asks servers.
package fetch

import "net/http"

// Get asks the server, and says who asks.
func Get(url string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "case")
	return http.DefaultClient.Do(req)
}
