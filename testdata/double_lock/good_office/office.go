package office

import "sync"

// Office lends desks to people; some are on loan from another office.
type Office struct {
	mu    sync.Mutex
	desks []*Desk
}

// Desk knows the office that it belongs to.
type Desk struct {
	office *Office
	owner  string
}

// Furnish puts desks into the office.
func (o *Office) Furnish(count int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for range count {
		o.desks = append(o.desks, &Desk{office: o})
	}
}

// Lend gives another office the use of a new desk.
func (o *Office) Lend(to *Office) {
	to.mu.Lock()
	defer to.mu.Unlock()
	to.desks = append(to.desks, &Desk{office: o, owner: "on loan"})
}

// Return frees every desk on loan.
func (o *Office) Return() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, desk := range o.desks {
		if desk.owner == "on loan" {
			desk.free()
		}
	}
}

func (d *Desk) free() {
	d.office.mu.Lock()
	defer d.office.mu.Unlock()
	d.owner = ""
}
