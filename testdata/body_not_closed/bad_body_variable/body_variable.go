package bodyvariable

import (
	"bufio"
	"net/http"
	"strings"
)

// grep returns the first line that holds the word.
func grep(url, word string) (string, error) {
	var line string
	resp, err := http.Get(url) // want "grep can return without closing `resp.Body`"
	if err != nil {
		return "", err
	}
	body := resp.Body
	lines := bufio.NewScanner(body)
	for lines.Scan() {
		if line = lines.Text(); strings.Contains(line, word) {
			return line, nil
		}
	}
	body.Close()
	return "", lines.Err()
}
