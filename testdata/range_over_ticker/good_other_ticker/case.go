package good

import "time"

// Wait counts the ticks of one ticker until there are enough; the other one is stopped elsewhere.
func Wait(enough int) int {
	fast, slow := time.NewTicker(time.Millisecond), time.NewTicker(time.Hour)
	go slow.Stop()
	defer fast.Stop()
	count := 0
	for range fast.C {
		if count++; count >= enough {
			break
		}
	}
	return count
}
