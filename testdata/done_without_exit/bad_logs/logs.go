package logs

import (
	"io"
	"log"
	"time"
)

type monitor struct {
	quit   chan struct{}
	logger *log.Logger
	probe  func() error
}

func newMonitor(probe func() error) *monitor {
	return &monitor{quit: make(chan struct{}), logger: log.New(io.Discard, "", 0), probe: probe}
}

func (m *monitor) Start() {
	go func() {
		ticker := time.NewTicker(time.Hour)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				if err := m.probe(); err != nil {
					m.logger.Println(err)
				}
			case <-m.quit: // want "`case <-m.quit` does not leave its loop"
				m.logger.Println("monitor stopped")
			}
		}
	}()
}

func (m *monitor) Stop() { close(m.quit) }
