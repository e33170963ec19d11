package getbyhelper

import (
	"context"
	"net/http"
)

type store struct {
	client *http.Client
	base   string
}

func (s *store) send(ctx context.Context, method, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, s.base+path, nil)
	if err != nil {
		return nil, err
	}
	return s.client.Do(req)
}

// ask is send without a context.
func (s *store) ask(path, method string) (*http.Response, error) {
	return s.send(context.Background(), method, path)
}

func (s *store) healthy(ctx context.Context) error {
	_, err := s.send(ctx, http.MethodGet, "/HEAD") // want "the response of `s.send` is dropped"
	return err
}

func (s *store) has(path string) bool {
	resp, err := s.ask("HEAD", http.MethodGet) // want "`resp.Body` is never closed in has"
	return err == nil && resp.StatusCode == http.StatusOK
}
