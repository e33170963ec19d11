package countedrequests

import "time"

func Exercise() {
	answer := func(request) {}
	go all(answer)
	go each([]request{{parts: []string{"a", ""}}, {parts: []string{"b"}}}, answer)
	time.Sleep(20 * time.Millisecond)
}
