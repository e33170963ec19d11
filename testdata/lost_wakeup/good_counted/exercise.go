package counted

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var g gate
	g.open = make(chan struct{})
	go g.pass()
	for range 10 {
		g.knock()
	}
	time.Sleep(20 * time.Millisecond)
	prove.Count("knocks unaccounted for", 10-int(g.missed.Load()+g.heard.Load()))
}
