package deferredeachturn

// find asks for each folder, with one stop for all.
func find(folders []string, list func(string, <-chan struct{}) []string) (found []string) {
	stop := make(chan struct{})
	for _, folder := range folders {
		defer close(stop) // want "panics"
		found = append(found, list(folder, stop)...)
	}
	return found
} // blocks here
