package stophelper

import "time"

type stopper interface{ Stop() }

func halt(t *time.Ticker) {
	if t != nil {
		t.Stop()
	}
}

func twice(do func()) {
	ticker := time.NewTicker(time.Second)
	defer halt(ticker)
	for i := 0; i < 2; i++ {
		<-ticker.C
		do()
	}
}

func optional(every time.Duration, do func()) {
	var ticker *time.Ticker
	if every > 0 {
		ticker = time.NewTicker(every)
	}
	do()
	if ticker != nil {
		ticker.Stop()
	}
}
