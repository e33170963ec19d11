package dropped

import "time"

func countdown(n int, say func(int)) {
	ticks := time.NewTicker(time.Second).C // want "the ticker of `time.NewTicker` cannot be stopped, and countdown returns"
	for ; n > 0; n-- {
		<-ticks
		say(n)
	}
}
