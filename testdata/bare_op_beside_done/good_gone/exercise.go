package good

import (
	"context"
	"io"
)

// Exercise plays all three.
func Exercise() {
	cursor := NewCursor()
	left := 100
	go Feed(cursor, func() (string, error) {
		left--
		if left == 0 {
			return "", io.EOF
		}
		return "row", nil
	})
	cursor.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	Total(ctx, []int{1, 2, 3})
	NewTank(ctx).Fill([]int{1, 2, 3})
}
