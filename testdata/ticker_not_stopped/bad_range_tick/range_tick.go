package restore

import (
	"os"
	"time"
)

func exited(path string) error {
	for range time.Tick(500 * time.Millisecond) { // want "the ticker of `time.Tick` cannot be stopped, and exited returns"
		if _, err := os.Stat(path); os.IsNotExist(err) {
			return nil
		}
	}
	return nil
}
