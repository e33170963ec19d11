package slots

import "context"

// A mirror fetches volumes part by part; slots bounds how many volumes are under way.
type mirror struct {
	slots chan struct{}
	parts chan part
}

type part struct {
	of   *volume
	last bool
}

type volume struct {
	owner *mirror
	parts int
}

func newMirror(n int) *mirror {
	return &mirror{slots: make(chan struct{}, n), parts: make(chan part, 4*n)}
}

func (m *mirror) plan(ctx context.Context, volumes []*volume) error {
	defer close(m.parts)
	for _, each := range volumes {
		select {
		case m.slots <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := each.start(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (v *volume) start(ctx context.Context) error {
	for n := range v.parts {
		select {
		case v.owner.parts <- part{v, n == v.parts-1}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func (m *mirror) fetch() {
	for each := range m.parts {
		if each.last {
			m.finished(each.of)
		}
	}
}

// finished gives back the slot of a volume.
func (m *mirror) finished(v *volume) {
	<-m.slots
	v.owner = nil
}
