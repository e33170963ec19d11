package toldbyflag

var wanted = newWant()

func Exercise() {
	wanted.deliver(1)
	wanted.cancel()
}
