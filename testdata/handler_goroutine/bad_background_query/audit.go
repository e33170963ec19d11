package audit

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type trail struct{ db *sql.DB }

// ServeHTTP writes down who came, for as long as the database takes.
func (t *trail) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	go t.write(r.URL.Path)
	w.WriteHeader(http.StatusNoContent)
}

func (t *trail) write(path string) {
	_, err := t.db.ExecContext(context.Background(), "INSERT INTO visits VALUES (?)", path) // want "`t.db.ExecContext.*` does not observe r.Context"
	if err != nil {
		log.Print(err)
	}
}
