package field

import (
	"context"
	"time"
)

func Exercise() {
	open("a")
	time.Sleep(20 * time.Millisecond)
}

type mount struct {
	name  string
	life  context.Context
	freed bool
}

func open(name string) *mount {
	m := &mount{name: name}
	m.life = context.WithValue(context.Background(), mount{}, name)
	go m.release()
	return m
}

func (m *mount) release() {
	<-m.life.Done() // want "m.life is `context.Background\\(\\)`, whose Done is nil"
	m.freed = true
}
