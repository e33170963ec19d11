// Package store keeps objects behind HTTP; one helper sends all of its requests.
package store

import (
	"context"
	"net/http"
	"os"
	"strconv"
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

func (s *Store) head(ctx context.Context, key string) (*http.Response, error) {
	return s.request(ctx, http.MethodHead, key)
}

// Size asks how large an object is.
func (s *Store) Size(ctx context.Context, key string) (int64, error) {
	resp, err := s.request(ctx, "HEAD", key)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusNotFound {
		return 0, os.ErrNotExist
	}
	return strconv.ParseInt(resp.Header.Get("Content-Length"), 10, 64)
}

// Exists asks whether there is an object.
func (s *Store) Exists(ctx context.Context, key string) bool {
	resp, err := s.head(ctx, key)
	return err == nil && resp.StatusCode == http.StatusOK
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// Tag asks for the tag of an object.
func (s *Store) Tag(key string) string {
	resp, err := s.Client.Do(must(http.NewRequest(http.MethodHead, s.Endpoint+"/"+key, nil)))
	if err != nil {
		return ""
	}
	return resp.Header.Get("Etag")
}
