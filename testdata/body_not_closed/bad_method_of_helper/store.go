// Package store keeps objects behind HTTP; one helper sends all of its requests.
package store

import (
	"context"
	"net/http"
	"os"
)

// Store is where the objects are.
type Store struct {
	Client   *http.Client
	Endpoint string
}

func (s *Store) request(ctx context.Context, method, key string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, s.Endpoint+"/"+key, nil)
	if err != nil {
		return nil, err
	}
	return s.Client.Do(req)
}

// Exists asks whether there is an object.
func (s *Store) Exists(ctx context.Context, key string) bool {
	resp, err := s.request(ctx, http.MethodHead, key)
	return err == nil && resp.StatusCode == http.StatusOK
}

// Remove removes an object.
func (s *Store) Remove(ctx context.Context, key string) error {
	resp, err := s.request(ctx, http.MethodDelete, key) // want "`resp.Body` is never closed in Remove"
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNotFound {
		return os.ErrNotExist
	}
	return nil
}
