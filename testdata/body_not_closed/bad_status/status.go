package status

import (
	"encoding/json"
	"fmt"
	"net/http"
)

type release struct{ Version string }

func latest(client *http.Client, url string) (*release, error) {
	resp, err := client.Get(url) // want "latest can return without closing `resp.Body`"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("latest release: %s", resp.Status)
	}
	defer resp.Body.Close()
	var found release
	return &found, json.NewDecoder(resp.Body).Decode(&found)
}
