package listen

import "errors"

func Exercise() {
	s := &settings{bindings: []binding{{0}, {80}, {443}}}
	_ = s.serve(func(int) error { return errors.New("in use") })
	_ = (&settings{}).serve(nil)
}
