package bad

import (
	"bufio"
	"context"
	"io"
)

type tailer struct {
	lines chan string
	done  chan struct{}
}

func (t *tailer) print(ctx context.Context, write func(string)) {
	defer close(t.done)
	for {
		select {
		case line := <-t.lines:
			write(line)
		case <-ctx.Done():
			return
		}
	}
}

func (t *tailer) read(source io.Reader) {
	scanner := bufio.NewScanner(source)
	for scanner.Scan() {
		t.lines <- scanner.Text() // want "once \\(\\*tailer\\).print has left by `<-ctx.Done\\(\\)`"
	}
}

// Tail prints what is read until the context ends.
func Tail(ctx context.Context, source io.Reader, write func(string)) *tailer {
	t := &tailer{lines: make(chan string), done: make(chan struct{})}
	go t.read(source)
	go t.print(ctx, write)
	return t
}
