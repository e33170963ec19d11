package good

import (
	"errors"
	"sync/atomic"
)

// Exercise starts a cluster, and serves two streams.
func Exercise() {
	Start([]string{"a", "b", "c"}, true, func(string) {}, func(_, _ string) {})
	h := &Hub{serve: (*Stream).Close}
	var accepted atomic.Int32
	h.Run(func() error {
		if accepted.Add(1) > 2 {
			return errors.New("no more")
		}
		return nil
	})
	h.Close()
}
