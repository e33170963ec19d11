package midi

import "runtime"

// Player plays notes on a device that insists on one thread.
type Player struct {
	device string
	played int
}

// Play plays the notes in order.
func (p *Player) Play(notes ...int) {
	runtime.LockOSThread() // want "Play locks its goroutine to an OS thread and never unlocks it"
	for _, note := range notes {
		p.send(note)
	}
}

func (p *Player) send(note int) { p.played += note }
