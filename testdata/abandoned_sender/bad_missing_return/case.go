package bad

import "errors"

type reply struct {
	text string
	err  error
}

func load(name string) (string, error) {
	if name == "" {
		return "", errors.New("no name")
	}
	return name, nil
}

// Read loads a page in the background.
func Read(name string) (string, error) {
	replies := make(chan reply)
	go func() {
		text, err := load(name)
		if err != nil {
			replies <- reply{err: err}
		}
		replies <- reply{text: text} // want "nobody receives"
	}()
	got := <-replies
	return got.text, got.err
}
