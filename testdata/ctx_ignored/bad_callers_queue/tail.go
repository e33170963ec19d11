package tail

import (
	"bufio"
	"context"
	"io"
)

// Follow delivers the lines of src to lines, which the caller reads.
func Follow(ctx context.Context, src io.Reader, lines chan<- string) {
	go follow(ctx, src, lines)
}

func follow(ctx context.Context, src io.Reader, to chan<- string) {
	scanner := bufio.NewScanner(src)
	for scanner.Scan() {
		if ctx.Err() != nil {
			return
		}
		to <- scanner.Text() // want "send may wait for ever: `to <-` ignores ctx"
	}
}
