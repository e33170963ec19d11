package query

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/http/httptest"
)

// silent is a database that answers when it is told to.
type silent struct{ told chan struct{} }

func (s silent) Open(string) (driver.Conn, error) {
	<-s.told
	return nil, driver.ErrBadConn
}

func Exercise() {
	told := make(chan struct{})
	sql.Register("told", silent{told})
	db, err := sql.Open("told", "")
	if err != nil {
		panic(err)
	}
	t := &trail{db: db}
	ctx, cancel := context.WithCancel(context.Background())
	t.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/", nil))
	cancel()
	close(told)
	db.Close()
}
