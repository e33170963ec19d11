package last

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	report := make(chan int)
	newMeter(report).start(ctx, nil)
	cancel()
	<-report
}
