package ticker

import "context"

func Exercise() {
	start(context.Background())()
}
