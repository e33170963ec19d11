package endvalue

import "errors"

func Exercise() {
	r := open(func([]byte) {})
	_ = r.Copy(func() ([]byte, error) { return nil, errors.New("broken pipe") })
	r.Wait()
}
