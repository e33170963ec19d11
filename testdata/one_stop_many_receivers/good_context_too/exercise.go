package contexttoo

import "context"

func Exercise() {
	start(context.Background(), 3, func() {})()
}
