package good

// Exercise plays it.
func Exercise() {
	tasks := make([]func(), 9)
	for i := range tasks {
		tasks[i] = func() {}
	}
	Each(tasks)
}
