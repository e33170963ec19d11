package bad

type loyal struct{}

func (loyal) Vote(int) bool { return true }

// Exercise plays it.
func Exercise() {
	e := &election{nodes: []node{loyal{}, loyal{}, loyal{}, loyal{}, loyal{}, loyal{}, loyal{}}, term: 1}
	e.won()
}
