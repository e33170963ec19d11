package ownchannel

import (
	"runtime"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ended := make(chan struct{})
	var spans []*span
	go func() {
		defer close(ended)
		process(nil, func(s *span) {
			if spans = append(spans, s); len(spans) < 3 {
				return
			}
			for _, s := range spans {
				if !s.ended {
					prove.Count("spans open", 1)
				}
			}
			runtime.Goexit()
		})
	}()
	<-ended
}
