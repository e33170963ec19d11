package afterfunc

import (
	"context"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	<-With(context.Background(), time.Millisecond).Done()
	prove.Count("contexts not cancelled", 0)
}
