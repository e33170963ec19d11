package headbyhelper

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
func (s *store) ask(method, path string) (*http.Response, error) {
	return s.send(context.Background(), method, path)
}

func (s *store) healthy(ctx context.Context) error {
	_, err := s.send(ctx, http.MethodHead, "/")
	return err
}

func (s *store) has(path string) bool {
	resp, err := s.ask("HEAD", path)
	return err == nil && resp.StatusCode == http.StatusOK
}

func (s *store) drop(path string) error {
	resp, err := s.ask(http.MethodDelete, path)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
