package good

// Try sends only if somebody is there, which is nobody.
func Try(value int) bool {
	box := make(chan int)
	select {
	case box <- value:
		return true
	default:
		return false
	}
}
