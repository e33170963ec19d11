package entrytakenout

func Exercise() {
	r := room{seats: map[chan string]bool{}}
	seat := r.enter()
	r.leave(seat)
	r.leave(seat)
}

type room struct{ seats map[chan string]bool }

func (r *room) enter() chan string {
	seat := make(chan string, 1)
	r.seats[seat] = true
	return seat
}

// leave may be called twice.
func (r *room) leave(seat chan string) {
	if _, there := r.seats[seat]; !there {
		return
	}
	delete(r.seats, seat)
	close(seat)
}
