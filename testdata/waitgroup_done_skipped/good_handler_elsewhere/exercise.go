package accept

type once struct{ messages chan bool }

func (o once) Accept(handle func(func() bool)) error {
	handle(func() bool { return <-o.messages })
	return nil
}

func Exercise() {
	o := once{make(chan bool)}
	sent := 0
	Serve(o, func() {
		o.messages <- true
		if sent++; sent == 3 {
			close(o.messages)
		}
	})
}
