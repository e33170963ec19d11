package settings

type settings struct {
	level   string
	workers int
}

// watch applies the settings that the returned function is given.
func watch(stop <-chan struct{}, apply func(settings)) func(settings) {
	updates := make(chan settings)
	go func() {
		for {
			select {
			case s := <-updates:
				apply(s)
			case <-stop:
				return
			}
		}
	}()
	return func(s settings) {
		select {
		case updates <- s: // want "a wake-up is lost when nobody is parked at `<-updates`"
		default:
		}
	}
}
