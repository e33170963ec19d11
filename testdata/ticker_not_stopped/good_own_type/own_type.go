package owntype

type ticker struct{ n int }

type fake struct{}

func (fake) NewTicker(n int) *ticker { return &ticker{n} }

func use(time fake) int {
	t := time.NewTicker(3)
	return t.n
}
