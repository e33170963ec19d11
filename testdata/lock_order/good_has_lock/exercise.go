package haslock

// Exercise puts a key and asks for the last one.
func Exercise() {
	t := New()
	t.Put("a")
	t.Last()
	done := make(chan struct{})
	go func() {
		defer close(done)
		t.Put("b")
	}()
	<-done
}
