package good

import "io"

// counted tells how much has been read, and that there is no more.
type counted struct {
	r     io.Reader
	bytes chan<- int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.bytes <- int64(n)
	return n, err
}

func (c *counted) Close() error {
	close(c.bytes)
	return nil
}

// Measure reads a source; who has the reader closes the channel.
func Measure[R io.Reader](source string, open func(string) R) int64 {
	bytes, sum := make(chan int64, 1), make(chan int64)
	go func() {
		total := int64(0)
		for n := range bytes {
			total += n
		}
		sum <- total
	}()
	reader := &counted{r: open(source), bytes: bytes}
	_, _ = io.Copy(io.Discard, reader)
	_ = reader.Close()
	return <-sum
}
