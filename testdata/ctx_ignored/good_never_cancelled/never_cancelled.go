package nevercancelled

import "context"

type traceKey struct{}

func run(ctx context.Context, jobs <-chan string) {
	for {
		job := <-jobs
		if job == "" {
			continue
		}
		record(ctx, job)
	}
}

func record(ctx context.Context, job string) {
	_ = ctx.Value(traceKey{})
	_ = job
}

func start(jobs <-chan string) {
	go run(context.WithValue(context.Background(), traceKey{}, "start"), jobs)
}

//proof:none the goroutine does stay; that no context could end it is GLS104's matter
