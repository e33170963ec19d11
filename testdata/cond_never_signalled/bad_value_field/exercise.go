package valuefield

import "time"

func Exercise() {
	g := makeGate()
	g.pass([]string{"a", "b"}, func(string) {})
	g.openAfter(20 * time.Millisecond)
}
