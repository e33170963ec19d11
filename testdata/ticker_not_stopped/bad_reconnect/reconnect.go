package reconnect

import "time"

type conn interface {
	Ping() error
	Close()
}

func serve(dial func() (conn, error)) error {
	for {
		c, err := dial()
		if err != nil {
			return err
		}
		ping := time.NewTicker(time.Second) // want "`ping` is replaced|without stopping `ping`|`ping` is never stopped"
		for range ping.C {
			if c.Ping() != nil {
				break
			}
		}
		c.Close()
	}
}
