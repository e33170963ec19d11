package sleepingliteral

import (
	"log"
	"net/http"
	"time"
)

func remind(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	go func() {
		time.Sleep(time.Minute) // want "`time.Sleep.*` does not observe r.Context"
		log.Println("reminded", user)
	}()
	w.WriteHeader(http.StatusAccepted)
}
