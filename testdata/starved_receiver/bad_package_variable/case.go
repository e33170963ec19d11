package bad

var opened = make(chan struct{})

// WaitOpen waits for a gate that nobody opens.
func WaitOpen() {
	select { // want "nobody sends on `opened` or closes it"
	case <-opened:
	}
}
