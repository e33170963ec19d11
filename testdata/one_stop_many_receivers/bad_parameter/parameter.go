package parameter

type message struct{ text string }

func listen(name string, inbox <-chan message, leave <-chan struct{}, got func(string, message)) {
	for {
		select { // want "several wait for `<-leave`"
		case m := <-inbox:
			got(name, m)
		case <-leave:
			return
		}
	}
}

func chat(names []string, inbox chan message, session func(), got func(string, message)) {
	leave := make(chan struct{})
	for _, name := range names {
		go listen(name, inbox, leave, got)
	}
	session()
	leave <- struct{}{}
}
