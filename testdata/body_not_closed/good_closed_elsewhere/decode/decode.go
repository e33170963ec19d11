// Package decode reads what a server answers.
package decode

import (
	"encoding/json"
	"io"
	"net/http"
)

// Response reads the answer into value, and closes it.
func Response(resp *http.Response, value any) error {
	defer finish(resp.Body)
	return json.NewDecoder(resp.Body).Decode(value)
}

func finish(body interface{ Close() error }) {
	_ = body.Close()
}

// All reads the answer to its end.
func All(resp *http.Response) string {
	text, _ := io.ReadAll(resp.Body)
	return string(text)
}

// Kept keeps the answer.
var Kept []*http.Response

// Keep hands the answer to whoever closes all of them.
func Keep(resp *http.Response) {
	Kept = append(Kept, resp)
}
