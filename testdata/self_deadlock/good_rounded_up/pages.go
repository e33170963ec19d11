package good

type page struct {
	first int
	lines []string
}

// Pages has a slot for every page: the number is rounded up as the loop does.
func Pages(lines []string, perPage int) (count int) {
	number := (len(lines) + perPage - 1) / perPage
	pages := make(chan page, number)
	for first := 0; first < len(lines); first += perPage {
		pages <- page{first, lines[first:min(first+perPage, len(lines))]}
	}
	close(pages)
	for range pages {
		count++
	}
	return count
}
