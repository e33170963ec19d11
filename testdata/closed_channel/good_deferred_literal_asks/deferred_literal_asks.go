package deferredliteralasks

func Exercise() {
	for _, early := range []bool{true, false} {
		run(early)
	}
}

func run(early bool) {
	done := make(chan struct{})
	ended := false
	defer func() {
		if !ended {
			close(done)
		}
	}()
	if early {
		ended = true
		close(done)
		return
	}
}
