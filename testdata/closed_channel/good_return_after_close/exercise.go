package returnafterclose

import "io"

func Exercise() {
	n := 0
	lines(func() (string, error) {
		n++
		if n > 2 {
			return "", io.EOF
		}
		return "line", nil
	})
}
