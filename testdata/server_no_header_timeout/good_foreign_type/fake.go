package foreigntype

import "errors"

type fakeServer struct {
	Addr string
}

func (f *fakeServer) ListenAndServe() error { return errors.New(f.Addr) }
