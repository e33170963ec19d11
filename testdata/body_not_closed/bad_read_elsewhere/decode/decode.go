// Package decode reads what a server answers.
package decode

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Response reads the answer into value.
func Response(resp *http.Response, value any) error {
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return json.NewDecoder(resp.Body).Decode(value)
}
