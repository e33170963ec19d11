//proof:none who answers is not in the case, and that is the case

package good

type request struct {
	name  string
	reply chan<- string
	done  chan struct{}
}

// Client hands its requests to whoever reads the queue, which need not be code of this package.
type Client struct {
	queue chan<- request
}

// NewClient returns a client whose requests go to queue.
func NewClient(queue chan<- request) *Client { return &Client{queue: queue} }

// Ask waits for the answer, and for the word that all is written down.
func (c *Client) Ask(name string) string {
	reply := make(chan string, 1)
	asked := request{name: name, reply: reply, done: make(chan struct{})}
	c.queue <- asked
	<-asked.done
	return <-reply
}
