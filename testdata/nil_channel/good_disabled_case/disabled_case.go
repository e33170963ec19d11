package disabledcase

func merge(first, second <-chan int) []int {
	var all []int
	var never chan int
	for first != nil || second != nil {
		select {
		case v, ok := <-first:
			if !ok {
				first = nil
				continue
			}
			all = append(all, v)
		case v, ok := <-second:
			if !ok {
				second = nil
				continue
			}
			all = append(all, v)
		case v := <-never:
			all = append(all, v)
		}
	}
	return all
}
