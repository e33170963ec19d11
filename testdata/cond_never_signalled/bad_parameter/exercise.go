package parameter

import "time"

func Exercise() {
	st := start(func() {})
	time.Sleep(20 * time.Millisecond)
	st.mark()
}
