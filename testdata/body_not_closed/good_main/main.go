//proof:none a program of its own

// Command fallbacks writes down what a server says.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func main() {
	resp, err := http.Get("https://example.org/fallbacks")
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		log.Fatal(resp.Status)
	}
	var servers map[string]string
	if err := json.NewDecoder(resp.Body).Decode(&servers); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(servers); err != nil {
		log.Fatal(err)
	}
}
