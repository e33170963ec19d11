package drainedhere

import "context"

func Exercise() {
	total(context.Background(), []int{1, 2})
	sumOfGenerated(context.Background(), []int{1, 2})
}
