package devicekept

import (
	"context"
	"errors"
)

// Open opens a device by its kind; the device works until its context ends.
type Open func(ctx context.Context, kind string) (any, error)

type Registry struct{ devices map[string]any }

// Add adds a device. The name is refused by an error that the deferred function does not see.
func (r *Registry) Add(ctx context.Context, name, kind string, open Open) error {
	ctx, cancel := context.WithCancel(ctx) // want "Add can return without calling `cancel`"
	device, err := open(ctx, kind)
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	if _, ok := r.devices[name]; ok {
		return errors.New("there already")
	}
	if err == nil {
		r.devices[name] = device
	}
	return err
}
