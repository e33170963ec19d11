//go:build !linux

package display

func grab() {}
func drop() {}
