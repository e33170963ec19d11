package anotherinstance

var last = newNode(nil)

func Exercise() {
	go last.run()
	first := newNode(last)
	first.forward()
	first.forward()
	close(last.inbox)
}
