package nohandler

func Exercise() {
	handle(ResponseWriter{}, &Request{})
}
