package answerintime

import (
	"context"
	"sync"
	"time"
)

// Room for the answer.
type question struct {
	text   string
	answer chan string
}

type oracle struct{ questions chan question }

func (o *oracle) speak() {
	for q := range o.questions {
		q.answer <- q.text
	}
}

func (o *oracle) ask(ctx context.Context, text string) string {
	answer := make(chan string, 1)
	o.questions <- question{text, answer}
	select {
	case said := <-answer:
		return said
	case <-ctx.Done():
		return ""
	}
}

// Who gives up still takes the answer.
type order struct{ done chan error }

type kitchen struct{ orders chan *order }

func (k *kitchen) cook() {
	for o := range k.orders {
		o.done <- nil
	}
}

func (k *kitchen) order(patience time.Duration) error {
	o := &order{done: make(chan error)}
	k.orders <- o
	select {
	case err := <-o.done:
		return err
	case <-time.After(patience):
		go func() { <-o.done }()
		return context.DeadlineExceeded
	}
}

// Who answers hears that nobody wants it.
type letter struct {
	ctx   context.Context
	reply chan string
}

type post struct{ letters chan *letter }

func (p *post) carry() {
	for l := range p.letters {
		select {
		case l.reply <- "yes":
		case <-l.ctx.Done():
		}
	}
}

func (p *post) write(ctx context.Context) string {
	l := &letter{ctx: ctx, reply: make(chan string)}
	p.letters <- l
	select {
	case text := <-l.reply:
		return text
	case <-ctx.Done():
		return ""
	}
}

// The time that is up is that of the next look.
type parcel struct{ arrived chan int }

type depot struct{ parcels chan *parcel }

func (d *depot) deliver() {
	for p := range d.parcels {
		p.arrived <- 1
	}
}

func (d *depot) fetch() (looks int) {
	p := &parcel{arrived: make(chan int)}
	d.parcels <- p
	for {
		select {
		case n := <-p.arrived:
			return looks + n
		case <-time.After(time.Millisecond):
			looks++
		}
	}
}

// Who gives up takes its call out of the table under the lock with which it is answered.
type call struct{ result chan int }

type line struct {
	mu    sync.Mutex
	calls map[int]*call
}

func (l *line) answer(id, result int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c, ok := l.calls[id]; ok {
		select {
		case c.result <- result:
		default:
		}
	}
}

func (l *line) hangUp(id int) {
	l.mu.Lock()
	delete(l.calls, id)
	l.mu.Unlock()
}

func (l *line) call(ctx context.Context, id int) int {
	c := &call{result: make(chan int)}
	l.mu.Lock()
	l.calls[id] = c
	l.mu.Unlock()
	defer l.hangUp(id)
	select {
	case result := <-c.result:
		return result
	case <-ctx.Done():
		return 0
	}
}
