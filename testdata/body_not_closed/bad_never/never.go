package never

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

type hook struct {
	url string
	h   *http.Client
}

func (w *hook) fire(ctx context.Context, event string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, strings.NewReader(event))
	if err != nil {
		return 0, err
	}
	resp, err := w.h.Do(req) // want "`resp.Body` is never closed in fire"
	if err != nil {
		return 0, err
	}
	var answer struct{ Queued int }
	err = json.NewDecoder(resp.Body).Decode(&answer)
	return answer.Queued, err
}
