package once

import "sync"

type conn struct {
	once   sync.Once
	closed chan struct{}
}

func dial() *conn { return &conn{closed: make(chan struct{})} }

func (c *conn) close() {
	c.once.Do(func() { close(c.closed) })
}

func use(c *conn, ask func() error) error {
	defer c.close()
	if err := ask(); err != nil {
		c.close()
		return err
	}
	return nil
}
