package push

func Exercise() {
	f := &flags{address: "a", groups: []string{"g"}}
	go f.Run(func() error { return nil })
}
