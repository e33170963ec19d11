package rows

import "sync"

type Table struct {
	sync.Mutex
	rows []map[string]string
	hits int
}

func (t *Table) Insert(row map[string]string) {
	t.Lock() // blocks here
	t.rows = append(t.rows, row)
	t.Unlock()
}

// Index gives the position of the first row that matches, or -1.
func (t *Table) Index(col, val string) int {
	at := -1
	for i := 0; ; i++ {
		t.Lock() // want "locked"
		if i >= len(t.rows) {
			t.Unlock()
			break
		}
		if t.rows[i][col] == val {
			at = i
			t.hits++
			break
		}
		t.Unlock()
	}
	return at
}
