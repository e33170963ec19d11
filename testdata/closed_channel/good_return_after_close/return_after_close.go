package returnafterclose

func lines(next func() (string, error)) []string {
	out := make(chan string)
	go func() {
		for {
			line, err := next()
			if err != nil {
				close(out)
				return
			}
			out <- line
		}
	}()
	var all []string
	for line := range out {
		all = append(all, line)
	}
	return all
}
