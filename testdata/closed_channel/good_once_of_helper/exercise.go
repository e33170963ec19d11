package good

// Exercise plays it.
func Exercise() {
	for _, fail := range []bool{true, false} {
		failing := fail
		p, err := Open(3, func() (int, error) {
			if failing {
				return 0, errDown
			}
			return 1, nil
		})
		if err == nil {
			p.Wait()
		}
	}
}
