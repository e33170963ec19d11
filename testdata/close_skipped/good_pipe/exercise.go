package good

import "errors"

// Exercise plays all three.
func Exercise() {
	_ = Steps(func(string) {}, []func() error{func() error { return nil }})
	_ = Steps(func(string) {}, []func() error{func() error { return errors.New("no") }})
	_ = Copy(func([]byte) error { return errors.New("enough") }, [][]byte{[]byte("a"), []byte("b")})
	_ = Copy(func([]byte) error { return nil }, [][]byte{[]byte("a"), []byte("b")})
	Open(func(string) {}).Close()
}
