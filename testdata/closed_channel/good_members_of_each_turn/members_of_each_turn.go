package membersofeachturn

func Exercise() {
	rounds(3)
}

func rounds(n int) {
	for turn := range n {
		var gates []chan int
		for range turn {
			gates = append(gates, make(chan int, 1))
		}
		for _, gate := range gates {
			gate <- turn
			close(gate)
		}
	}
}
