package turn

import "io"

func Exercise() {
	p := newPipe(4)
	go func() {
		p.Write([]byte("hello, world"))
		p.Close()
	}()
	io.ReadAll(p)
}
