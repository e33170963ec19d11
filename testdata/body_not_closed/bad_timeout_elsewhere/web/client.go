// Package web makes clients.
package web

import (
	"net/http"
	"time"
)

// Option changes a client.
type Option func(*http.Client)

// WithTimeout limits how long a request takes.
func WithTimeout(timeout time.Duration) Option {
	return func(client *http.Client) { client.Timeout = timeout }
}

// New makes a client.
func New(options ...Option) *http.Client {
	client := &http.Client{}
	for _, option := range options {
		option(client)
	}
	return client
}

// Helper is a client that can do more.
type Helper struct{ *http.Client }

// NewHelper makes a helper, whose requests take no longer than an hour.
func NewHelper() *Helper { return &Helper{Client: limited()} }

func limited() *http.Client { return &http.Client{Timeout: time.Hour} }
