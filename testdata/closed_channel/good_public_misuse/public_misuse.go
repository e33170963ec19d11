package publicmisuse

// Queue may be closed by its owner once, after which nobody may send.
type Queue struct {
	items chan string
}

func New() *Queue { return &Queue{items: make(chan string, 8)} }

func (q *Queue) Send(item string) { q.items <- item }

func (q *Queue) Close() { close(q.items) }

func (q *Queue) All() (all []string) {
	for item := range q.items {
		all = append(all, item)
	}
	return all
}
