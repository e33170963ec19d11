package setter

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := &drive{base: context.Background()}
	d.setBase(ctx)
	d.wait()
}

type drive struct{ base context.Context }

func (d *drive) setBase(ctx context.Context) {
	d.base = ctx
}

func (d *drive) wait() {
	<-d.base.Done()
}
