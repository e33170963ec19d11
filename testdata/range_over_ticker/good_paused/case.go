package good

import "time"

type lamp struct {
	ticker *time.Ticker
	blinks chan struct{}
}

func (l *lamp) run(times int) {
	for range l.ticker.C {
		l.blinks <- struct{}{}
		if times--; times == 0 {
			return
		}
	}
}

// Pause and Resume take turns.
func (l *lamp) Pause() { l.ticker.Stop() }

// Resume goes on where Pause has stopped.
func (l *lamp) Resume() { l.ticker.Reset(time.Millisecond) }
