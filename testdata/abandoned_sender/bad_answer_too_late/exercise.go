package answertoolate

import (
	"context"
	"time"
)

func Exercise() {
	o := newOracle(func(text string) string { time.Sleep(20 * time.Millisecond); return text })
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	o.ask(ctx, "when?")
	close(o.questions)
	k := &kitchen{}
	k.order(1, time.Millisecond)
}
