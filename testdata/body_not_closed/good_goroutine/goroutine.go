package goroutine

import (
	"io"
	"net/http"
)

func follow(url string, keep func([]byte)) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	go func() {
		defer resp.Body.Close()
		data, _ := io.ReadAll(resp.Body)
		keep(data)
	}()
	return nil
}

func pipe(url string) (io.Reader, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	r, w := io.Pipe()
	go pump(w, resp)
	return r, nil
}

func pump(w *io.PipeWriter, resp *http.Response) {
	_, err := io.Copy(w, resp.Body)
	resp.Body.Close()
	w.CloseWithError(err)
}
