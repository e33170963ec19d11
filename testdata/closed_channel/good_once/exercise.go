package once

import "errors"

func Exercise() {
	use(dial(), func() error { return errors.New("no") })
}
