package byaddress

type job struct{ id int }

func allocate(target *chan job, size int) {
	*target = make(chan job, size)
}

func collect(n int) []job {
	var jobs chan job
	allocate(&jobs, n)
	for i := range n {
		jobs <- job{i}
	}
	close(jobs)
	var all []job
	for j := range jobs {
		all = append(all, j)
	}
	return all
}
