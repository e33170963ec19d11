package waitersstay

// oracle tells those who wait for a number that it has come.
type oracle struct {
	waiters map[int][]chan struct{}
}

func (o *oracle) wait(number int) <-chan struct{} {
	come := make(chan struct{})
	o.waiters[number] = append(o.waiters[number], come)
	return come
}

// serve is sent one number after the other.
func (o *oracle) serve(numbers <-chan int) {
	for number := range numbers {
		for start, waiting := range o.waiters {
			if start > number {
				continue
			}
			for _, come := range waiting {
				close(come) // want "panics in the next round"
			}
		}
	}
}
