package bad

import "time"

type round struct{ limit *time.Timer }

func end(r *round) {
	if !r.limit.Stop() {
		<-r.limit.C // want "the tick may have been received already"
	}
}

// Guess gives somebody some time for an answer.
func Guess(answers <-chan string, limit time.Duration) string {
	r := &round{limit: time.NewTimer(limit)}
	defer end(r)
	select {
	case answer := <-answers:
		return answer
	case <-r.limit.C:
		return "too late"
	}
}
