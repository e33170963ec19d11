package office

import "sync"

// Office lends desks to people.
type Office struct {
	mu    sync.Mutex
	desks []*Desk
}

// Desk knows the office that it stands in.
type Desk struct {
	office *Office
	number int
	owner  string
}

func newDesk(office *Office, number int) *Desk {
	return &Desk{office: office, number: number}
}

// Furnish puts desks into the office.
func (o *Office) Furnish(count int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for number := range count {
		o.desks = append(o.desks, newDesk(o, number))
	}
}

// Leave frees every desk of a person.
func (o *Office) Leave(name string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, desk := range o.desks {
		if desk.owner == name {
			desk.free()
		}
	}
}

func (d *Desk) free() {
	d.office.mu.Lock() // want "Leave locks o.mu again inside free while it holds it"
	defer d.office.mu.Unlock()
	d.owner = ""
}
