package closedinput

import "context"

func Exercise() {
	p := &pool{jobs: make(chan func()), results: make(chan error)}
	p.start(context.Background(), 2)
	p.close()
}
