package good

type question struct{ answer chan int }

type oracle struct {
	questions chan question
	stop      chan struct{}
}

func (o *oracle) serve() {
	for n := 0; ; n++ {
		select {
		case q := <-o.questions:
			q.answer <- n
		case <-o.stop:
			return
		}
	}
}

// Ask waits bare for the answer, which comes since the loop has taken the question.
func (o *oracle) Ask() int {
	q := question{make(chan int)}
	select {
	case o.questions <- q:
		return <-q.answer
	case <-o.stop:
		return 0
	}
}
