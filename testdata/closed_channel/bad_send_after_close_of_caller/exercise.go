package sendaftercloseofcaller

import "io"

func Exercise() {
	New(make(chan string, 1)).Last(func() (string, error) { return "", io.EOF })
}
