// Package good asks for a tunnel again and again until there is one.
package good

import (
	"context"
	"errors"
	"time"
)

var errNone = errors.New("no tunnel")

// Visitor opens one tunnel at a time.
type Visitor struct {
	wanted chan struct{}
	opened chan string
}

func (v *Visitor) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-v.wanted:
			select {
			case v.opened <- "tunnel":
			case <-ctx.Done():
				return
			}
		}
	}
}

// get gives a tunnel; where there is none, it asks for one, unless somebody is at it already.
func (v *Visitor) get() (string, error) {
	select {
	case tunnel := <-v.opened:
		return tunnel, nil
	default:
	}
	select {
	case v.wanted <- struct{}{}:
	default:
	}
	return "", errNone
}

// Open tries until there is a tunnel.
func (v *Visitor) Open(ctx context.Context) (string, error) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case <-timer.C:
			tunnel, err := v.get()
			if err != nil {
				timer.Reset(time.Millisecond)
				continue
			}
			return tunnel, nil
		}
	}
}

// Watch looks from time to time whether there is a tunnel.
func (v *Visitor) Watch(ctx context.Context) {
	for ctx.Err() == nil {
		if _, err := v.get(); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}
