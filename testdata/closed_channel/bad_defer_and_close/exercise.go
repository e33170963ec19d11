package deferandclose

import "time"

func Exercise() {
	count([]string{"a", ""})
	time.Sleep(50 * time.Millisecond)
}
