package literal

func serve(open func() func(), more func() bool) {
	for {
		func() {
			closing := open()
			defer closing()
		}()
		if !more() {
			return
		}
	}
}

func forever(open func() func(), turn func()) {
	for {
		func() {
			defer open()()
			turn()
		}()
	}
}
