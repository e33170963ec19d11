package packagevariable

var reload = make(chan struct{})

// Reload asks for the configuration to be read again.
func Reload() {
	select {
	case reload <- struct{}{}: // want "`reload` has no buffer"
	default: // somebody has asked already
	}
}

func watch(stop <-chan struct{}, load func()) {
	for {
		select {
		case <-reload:
			load()
		case <-stop:
			return
		}
	}
}
