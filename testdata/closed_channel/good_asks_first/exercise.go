package asksfirst

import "errors"

func Exercise() {
	run(newJob(), func() error { return errors.New("no") })
}
