package breakinselect

import (
	"context"
	"log"
)

func consume(ctx context.Context, events <-chan string) {
	for {
		select {
		case <-ctx.Done(): // want "`case <-ctx.Done.*` does not leave its loop"
			break
		case event := <-events:
			log.Println(event)
		}
	}
}
