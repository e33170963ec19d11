package scripts

import (
	"fmt"
	"runtime"
)

// Eval runs a script in an interpreter that keeps its state in the thread.
func Eval(source string) (result string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("script failed: %v", r)
		}
	}()
	runtime.LockOSThread() // want "Eval locks"
	if source == "" {
		panic("empty script")
	}
	result = source + "!"
	runtime.UnlockOSThread()
	return result, nil
}
