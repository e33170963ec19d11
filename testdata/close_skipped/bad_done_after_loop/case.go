package doneafterloop

import (
	"errors"
	"io"
	"strings"
)

type Pump struct {
	src  io.Reader
	sink func([]byte) error
	gone chan struct{}
}

func Start(src io.Reader, sink func([]byte) error) *Pump {
	p := &Pump{src: src, sink: sink, gone: make(chan struct{})}
	go p.loop()
	return p
}

func (p *Pump) loop() {
	buf := make([]byte, 512)
	for {
		n, err := p.src.Read(buf)
		if err == io.EOF {
			break
		}
		if err != nil {
			return
		}
		if err := p.sink(buf[:n]); err != nil {
			return
		}
	}
	close(p.gone)
}

func (p *Pump) Wait() {
	<-p.gone // want "gone"
}

func Exercise() {
	p := Start(strings.NewReader("text"), func([]byte) error { return errors.New("full") })
	go p.Wait()
}
