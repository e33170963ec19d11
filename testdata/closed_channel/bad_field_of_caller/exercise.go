package fieldofcaller

func Exercise() {
	ended := make(chan struct{})
	New(ended).Run(func() error { return errStep })
}
