package memberstays

type user struct {
	lines chan string
	lost  int
}

type board struct {
	events chan string
	users  []*user
}

func (b *board) serve() {
	for e := range b.events {
		for _, u := range b.users {
			select { // want "this send on `u.lines` panics in the next round"
			case u.lines <- e: // blocks here
			default:
				u.lost++
				close(u.lines)
			}
		}
	}
}
