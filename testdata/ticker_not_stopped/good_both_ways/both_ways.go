package bothways

import (
	"errors"
	"log"
	"time"
)

func attempt(limit int, try func() error) error {
	t := time.NewTicker(time.Second)
	for i := 0; i < limit; i++ {
		<-t.C
		if err := try(); err == nil {
			t.Stop()
			return nil
		}
	}
	t.Stop()
	return errors.New("too often")
}

func must(try func() error) {
	t := time.NewTicker(time.Second)
	<-t.C
	if err := try(); err != nil {
		log.Fatal(err)
	}
	t.Stop()
}
