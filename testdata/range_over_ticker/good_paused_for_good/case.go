package good

import "time"

//proof:none the loop goes on for as long as the process, by intent

type lamp struct {
	ticker *time.Ticker
}

func light(blink func()) *lamp {
	l := &lamp{time.NewTicker(time.Second)}
	go func() {
		for range l.ticker.C {
			blink()
		}
	}()
	return l
}

// Pause and Resume take turns.
func (l *lamp) Pause() { l.ticker.Stop() }

// Resume goes on where Pause has stopped.
func (l *lamp) Resume() { l.ticker.Reset(time.Second) }
