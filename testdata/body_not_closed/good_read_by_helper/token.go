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

func refusal(answer *http.Response) error {
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	return errors.New(answer.Status + ": " + string(said))
}

// Open gives the body to its caller, unless the status is not the expected one.
func Open(client *http.Client, url string) (io.ReadCloser, error) {
	answer, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != http.StatusOK {
		return nil, refusal(answer)
	}
	return answer.Body, nil
}
