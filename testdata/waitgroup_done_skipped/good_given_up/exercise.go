package push

func Exercise() {
	for _, f := range []*flags{{}, {address: "a"}, {address: "a", groups: []string{"g"}}} {
		f.Run(func() error { return nil })
	}
}
