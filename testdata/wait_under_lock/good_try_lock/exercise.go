package trylock

func Exercise() {
	m := start()
	m.beat(3)
	m.stop()
}
