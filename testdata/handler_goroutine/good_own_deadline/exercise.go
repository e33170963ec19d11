package owndeadline

import (
	"context"
	"net/http/httptest"
)

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	(&audit{save: func(context.Context, string) error { return nil }}).ServeHTTP(w, r)
}
