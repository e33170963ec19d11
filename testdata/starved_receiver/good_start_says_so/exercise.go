package good

import "context"

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, name := range []string{"", "db"} {
		s := &Service{name: name}
		_ = s.Execute(ctx)
		_ = s.Probe()
		_ = s.Restart(ctx)
	}
}
