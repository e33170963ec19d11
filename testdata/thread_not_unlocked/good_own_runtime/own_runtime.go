package simulator

// scheduler is the simulated machine's own; it has nothing to do with Go's.
type scheduler struct{ locked int }

func (s *scheduler) LockOSThread()   { s.locked++ }
func (s *scheduler) UnlockOSThread() { s.locked-- }

// Step runs one step.
func Step(n int) int {
	runtime := &scheduler{}
	runtime.LockOSThread()
	if n == 0 {
		return runtime.locked
	}
	runtime.UnlockOSThread()
	return runtime.locked
}
