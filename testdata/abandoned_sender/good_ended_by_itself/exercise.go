package good

// Exercise stops them all.
func Exercise() {
	player := Play()
	player.parts <- func() {}
	player.Stop()
	if meter, err := NewMeter(func() error { return nil }); err == nil {
		meter.ticks <- 3
		meter.Total()
	}
	if _, err := NewMeter(func() error { return ErrBusy }); err == nil {
		panic("no error")
	}
	recorder := NewRecorder(func(int) error { return ErrBusy })
	recorder.samples <- 1
	<-recorder.over
	recorder.Close()
}
