package accept

type once struct{ messages chan bool }

func (o once) Accept(handle func(func() bool)) error {
	handle(func() bool { return <-o.messages })
	return nil
}

func Exercise() {
	o := once{make(chan bool)}
	go Serve(o, func() {
		o.messages <- true
		close(o.messages)
	})
}
