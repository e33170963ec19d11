package joinedononepath

import (
	"context"
	"net/http/httptest"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	r := httptest.NewRequest("GET", "/", nil).WithContext(ctx)
	w := httptest.NewRecorder()
	cancel()
	report(func() string { return "" })(w, r)
}
