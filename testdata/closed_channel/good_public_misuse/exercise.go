package publicmisuse

func Exercise() {
	q := New()
	q.Send("a")
	q.Close()
	q.All()
}
