package setup

import (
	"fmt"
	"net"
	"time"
)

type monitor struct {
	ticker *time.Ticker
	conn   net.Conn
}

func newMonitor(address string, every time.Duration) (*monitor, error) {
	ticker := time.NewTicker(every) // want "newMonitor can return without stopping `ticker`"
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("monitor: %w", err)
	}
	return &monitor{ticker: ticker, conn: conn}, nil
}
