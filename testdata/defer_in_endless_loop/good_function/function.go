package function

import "context"

type beater struct{ ping func(context.Context) bool }

func (b *beater) run(ctx context.Context) {
	for b.once(ctx) {
	}
	for {
		if ctx.Err() != nil {
			return
		}
		b.once(ctx)
	}
}

func (b *beater) once(parent context.Context) bool {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	return b.ping(ctx)
}
