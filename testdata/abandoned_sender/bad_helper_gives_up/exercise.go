package helpergivesup

import "time"

func Exercise() {
	total(func(i int) int { time.Sleep(time.Duration(i) * 20 * time.Millisecond); return i })
}
