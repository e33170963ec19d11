package httptest

func Exercise() {
	Check()
}
