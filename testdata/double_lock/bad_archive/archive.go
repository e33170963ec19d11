package archive

import "sync"

// Archive keeps boxes by their label.
type Archive struct {
	sync.Mutex
	boxes map[string]*Box
}

// Box knows the archive that keeps it.
type Box struct {
	archive *Archive
	sealed  bool
}

// Store puts boxes into the archive.
func (a *Archive) Store(labels ...string) {
	a.Lock()
	for _, label := range labels {
		box := &Box{}
		box.archive = a
		a.boxes[label] = box
	}
	a.Unlock()
}

// Seal seals every box.
func (a *Archive) Seal() {
	a.Lock()
	defer a.Unlock()
	for label := range a.boxes {
		a.boxes[label].seal()
	}
}

func (b *Box) seal() {
	b.archive.Lock() // want "Seal locks a.Mutex again inside seal while it holds it"
	b.sealed = true
	b.archive.Unlock()
}
