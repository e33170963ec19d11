package folder

// Exercise grows a folder in a folder.
func Exercise() {
	f := &Folder{name: "in", up: &Folder{name: "out"}}
	f.Grow(1)
	f.up.Rename("elsewhere")
	f.Grow(1)
}
