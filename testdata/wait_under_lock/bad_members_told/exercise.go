package memberstold

import "time"

func Exercise() {
	c := &choir{singers: map[string]*singer{}}
	tired := func(int) bool { time.Sleep(20 * time.Millisecond); return false }
	c.join("alto", tired)
	go func() {
		c.conduct(1)
		c.conduct(2)
	}()
	time.Sleep(60 * time.Millisecond)
}
