package tworesults

import "errors"

func subscribe(topic string) (chan string, error) {
	if topic == "" {
		return nil, errors.New("no topic")
	}
	news := make(chan string, 1)
	news <- topic
	return news, nil
}

func first(topic string) string {
	var news chan string
	var err error
	if news, err = subscribe(topic); err != nil {
		return ""
	}
	return <-news
}
