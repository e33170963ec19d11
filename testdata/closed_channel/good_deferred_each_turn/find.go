package deferredeachturn

// find asks for each folder, with a stop of its own that is given at the end.
func find(folders []string, list func(string, <-chan struct{}) []string) (found []string) {
	for _, folder := range folders {
		stop := make(chan struct{})
		defer close(stop)
		found = append(found, list(folder, stop)...)
	}
	return found
}

// watch keeps the last stop only.
func watch(folders []string, start func(string, <-chan struct{})) <-chan struct{} {
	var stop chan struct{}
	for _, folder := range folders {
		stop = make(chan struct{})
		defer close(stop)
		start(folder, stop)
	}
	return stop
}

// leave closes what it has made in literals.
func leave(folders []string, start func(string, <-chan struct{})) {
	for _, folder := range folders {
		stop := make(chan struct{})
		defer func() { close(stop) }()
		start(folder, stop)
	}
}
