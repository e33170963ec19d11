package answerintime

import (
	"context"
	"time"
)

func Exercise() {
	o, k := &oracle{make(chan question)}, &kitchen{make(chan *order)}
	p, d := &post{make(chan *letter)}, &depot{make(chan *parcel)}
	go o.speak()
	go k.cook()
	go p.carry()
	go d.deliver()
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	o.ask(ctx, "when?")
	k.order(time.Nanosecond)
	p.write(ctx)
	d.fetch()
	l := &line{calls: map[int]*call{}}
	l.call(ctx, 1)
	l.answer(1, 1)
	close(o.questions)
	close(k.orders)
	close(p.letters)
	close(d.parcels)
}
