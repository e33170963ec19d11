package ticker

import (
	"fmt"
	web "net/http"
	"time"
)

type progress struct{ done int }

func (p *progress) show(w web.ResponseWriter, _ *web.Request) {
	ticks := time.NewTicker(time.Hour)
	go func() {
		for { // want "this loop does not observe the request.s context"
			select {
			case <-ticks.C:
				p.done++
			}
		}
	}()
	fmt.Fprintln(w, p.done)
}
