package node

import "context"

func Exercise() { newNode().open(context.Background())() }
