package flagononeway

import (
	"errors"
	"net/http/httptest"
	"testing/iotest"
)

func Exercise() {
	s := &server{}
	s.read(httptest.NewRecorder(), httptest.NewRequest("POST", "/", iotest.ErrReader(errors.New("gone"))))
}
