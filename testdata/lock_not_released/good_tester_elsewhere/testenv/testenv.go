// Package testenv is for helpers of tests that programs import too.
package testenv

// TB is what the helpers need of testing.TB.
type TB interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}
