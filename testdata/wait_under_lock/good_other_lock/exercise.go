package otherlock

func Exercise() {
	s := collect()
	s.report(1, 2)
	s.close()
}
