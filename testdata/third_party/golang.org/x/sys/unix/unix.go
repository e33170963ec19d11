// Package unix has some signatures of golang.org/x/sys/unix. Its functions change nothing, so that the cases can run
// without privileges.
package unix

// Flags of Unshare and Setns.
const (
	CLONE_NEWNS   = 0x20000
	CLONE_NEWNET  = 0x40000000
	CLONE_NEWUSER = 0x10000000
	CLONE_NEWPID  = 0x20000000
	CLONE_NEWUTS  = 0x4000000
)

// Setns stands for joining the namespace that fd refers to.
func Setns(fd int, nstype int) error { return nil }

// Unshare stands for leaving namespaces.
func Unshare(flags int) error { return nil }

// Gettid stands for the caller's thread id.
func Gettid() int { return 0 }

// CPUSet is a mask of processors.
type CPUSet [16]uint64

// Set adds processor i.
func (s *CPUSet) Set(i int) { s[i/64] |= 1 << (i % 64) }

// SchedSetaffinity stands for binding a thread to processors.
func SchedSetaffinity(pid int, set *CPUSet) error { return nil }
