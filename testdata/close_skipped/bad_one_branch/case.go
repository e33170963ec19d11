package onebranch

type event struct {
	kind string
	size int
}

func dispatch(kind string, sizes []int, deliver func(event)) {
	events := make(chan event)
	finished := make(chan struct{})
	go func() {
		for e := range events { // want "events"
			deliver(e)
		}
		close(finished)
	}()
	switch kind {
	case "all":
		for _, size := range sizes {
			events <- event{kind, size}
		}
		close(events)
	case "first":
		events <- event{kind, sizes[0]}
	}
	if kind == "all" {
		<-finished
	}
}

func Exercise() {
	dispatch("all", []int{1, 2}, func(event) {})
	dispatch("first", []int{1, 2}, func(event) {})
}
