package good

import "context"

// Exercise plays it.
func Exercise() {
	ask := func() string { return "yes" }
	First(context.Background(), []func() string{ask, ask, ask})
}
