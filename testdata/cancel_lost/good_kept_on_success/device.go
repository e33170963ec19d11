package device

import (
	"context"
	"errors"
	"fmt"
)

// Open opens a device by its kind; the device works until its context ends.
type Open func(ctx context.Context, kind string) (any, error)

type Registry struct{ devices map[string]any }

func (r *Registry) add(name string, device any) error {
	if _, ok := r.devices[name]; ok {
		return errors.New("there already")
	}
	r.devices[name] = device
	return nil
}

// Add adds a device, which stays until ctx ends; one that cannot be added is stopped at once.
func (r *Registry) Add(ctx context.Context, name, kind string, open Open) error {
	ctx, cancel := context.WithCancel(ctx)
	device, err := open(ctx, kind)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	if e := r.add(name, device); e != nil && err == nil {
		err = e
	}
	return err
}

type Stream struct{ cancel func() }

func (s *Stream) Close() { s.cancel() }

// Follow returns a stream that ends with Close.
func Follow(ctx context.Context, kind string, open Open) (_ *Stream, _ any, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer func() {
		if err != nil {
			defer cancel()
		}
	}()
	device, err := open(ctx, kind)
	if err != nil {
		return nil, nil, err
	}
	return &Stream{cancel: cancel}, device, nil
}
