package bad

import "context"

type key struct{}

// Audit writes the line once the request, whose id it takes along, is over.
func Audit(id string, write func(string)) {
	ctx := context.WithValue(context.Background(), key{}, id)
	done := ctx.Done()
	go func() {
		<-done // want "ctx is `context.Background\\(\\)`"
		write(ctx.Value(key{}).(string))
	}()
}
