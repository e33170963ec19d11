// Package good reads bodies to their end, where nothing is left to close.
package good

import (
	"errors"
	"io"
	"net/http"
)

func text(body io.Reader) (string, error) {
	data, err := io.ReadAll(body)
	if err != nil {
		return "", err
	}
	return string(data), nil
}

// Token asks for a token; the helper reads the whole answer, or fails to, before the status matters.
func Token(client *http.Client, url string) (string, error) {
	answer, err := client.Get(url)
	if err != nil {
		return "", err
	}
	token, err := text(answer.Body)
	if answer.StatusCode != http.StatusOK {
		return "", errors.Join(err, errors.New(answer.Status))
	}
	return token, err
}

// Notify only wants to know that the other side has answered.
func Notify(client *http.Client, url string) error {
	answer, err := client.Get(url)
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	return answer.Body.Close()
}
