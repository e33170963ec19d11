package bad

import "errors"

// Exercise gives five jobs that fail to four workers.
func Exercise() {
	go Spread([]int{1, 2, 3, 4, 5}, func(int) error { return errors.New("no") })
}
