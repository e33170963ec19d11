package audit

import (
	"database/sql"
	"database/sql/driver"
	"net/http/httptest"
)

var answers = make(chan driver.Conn)

// silent is a database that never answers.
type silent struct{}

func (silent) Open(string) (driver.Conn, error) { return <-answers, nil }

func Exercise() {
	sql.Register("silent", silent{})
	db, err := sql.Open("silent", "")
	if err != nil {
		panic(err)
	}
	t := &trail{db: db}
	t.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}
