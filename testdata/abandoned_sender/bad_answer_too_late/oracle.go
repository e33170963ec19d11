package answertoolate

import (
	"context"
	"errors"
	"time"
)

type question struct {
	text   string
	answer chan<- string
	asked  time.Time
}

type oracle struct {
	questions chan question
	gone      chan struct{}
}

func newOracle(think func(string) string) *oracle {
	o := &oracle{questions: make(chan question, 4), gone: make(chan struct{})}
	go o.speak(think)
	return o
}

func (o *oracle) speak(think func(string) string) {
	for q := range o.questions {
		if q.text == "" {
			continue
		}
		q.answer <- think(q.text) // want "this send blocks for ever where ask has given up"
	}
	close(o.gone)
}

func (o *oracle) ask(ctx context.Context, text string) (string, error) {
	answer := make(chan string)
	o.questions <- question{text: text, answer: answer, asked: time.Now()}
	select {
	case said := <-answer:
		return said, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

type order struct {
	id   int
	done chan error
}

var errLate = errors.New("too late")

type kitchen struct{ orders []*order }

func (k *kitchen) cook() {
	for _, o := range k.orders {
		go k.serve(o)
	}
}

func (k *kitchen) serve(o *order) {
	time.Sleep(20 * time.Millisecond)
	o.done <- nil // want "this send blocks for ever where order has given up"
}

func (k *kitchen) order(id int, patience time.Duration) error {
	o := new(order)
	o.id = id
	o.done = make(chan error)
	k.orders = append(k.orders, o)
	k.cook()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	var err error
	select {
	case err = <-o.done:
	case <-timer.C:
		err = errLate
	}
	return err
}
