package good

import "context"

// Exercise plays it.
func Exercise() { _ = Walk(context.Background(), []string{"a", "", "b"}) }
