package settonil

import "errors"

func Exercise() {
	once(watch(), func(string) error { return errors.New("no") })
}
