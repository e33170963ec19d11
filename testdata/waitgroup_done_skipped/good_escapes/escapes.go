package escapes

import "sync"

type Runner interface{ Run(*sync.WaitGroup) }

type Batch struct{ WG sync.WaitGroup }

func (b *Batch) Start(runner Runner) {
	b.WG.Add(1)
	go runner.Run(&b.WG)
}

func (b *Batch) Finish() { b.WG.Wait() }

func All(runners []Runner) {
	var wg sync.WaitGroup
	for _, runner := range runners {
		wg.Add(1)
		runner.Run(&wg)
	}
	wg.Wait()
}

type instant struct{}

func (instant) Run(wg *sync.WaitGroup) { wg.Done() }

type later struct{}

func (later) Run(wg *sync.WaitGroup) { go wg.Done() }

func Exercise() {
	b := &Batch{}
	b.Start(instant{})
	b.Finish()
	All([]Runner{instant{}, later{}})
}
