package closerwaits

import "sync"

type Row struct{ ID int }

// Rows starts the goroutine that closes the channel only when there is more than one page.
func Rows(pages [][]Row) []Row {
	rows := make(chan Row)
	var wg sync.WaitGroup
	for _, page := range pages {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, row := range page {
				rows <- row
			}
		}()
	}
	if len(pages) > 1 {
		go func() {
			wg.Wait()
			close(rows)
		}()
	}
	var all []Row
	for row := range rows { // want "rows"
		all = append(all, row)
	}
	return all
}

func Exercise() {
	go Rows([][]Row{{{1}, {2}}})
}
