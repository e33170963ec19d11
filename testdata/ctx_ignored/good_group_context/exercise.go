package groupcontext

import "context"

func Exercise() {
	put := func(context.Context, string) error { return nil }
	if err := copyAll(context.Background(), []string{"a", "b"}, put); err != nil {
		panic(err)
	}
}
