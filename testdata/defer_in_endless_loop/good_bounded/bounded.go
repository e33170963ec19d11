package bounded

func closeAll(open []func() func()) {
	for _, each := range open {
		defer each()()
	}
	for i := 0; i < len(open); i++ {
		defer open[i]()()
	}
}
