package machine

func Exercise() { Start() }
