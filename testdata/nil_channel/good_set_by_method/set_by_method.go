package setbymethod

type conn struct {
	name    string
	replies chan string
}

func dial(name string) *conn {
	c := &conn{name: name}
	c.init()
	return c
}

func (c *conn) init() {
	c.replies = make(chan string)
}

func (c *conn) ask(question string) string {
	go func() { c.replies <- question + "?" }()
	return <-c.replies
}
