package stoptwice

import "errors"

func Exercise() {
	measure(func() error { return errors.New("no") })
}
