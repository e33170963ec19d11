package glyphs

import (
	"runtime"
	"sync"
)

// Cache holds the widths of glyphs that a font library has measured.
type Cache struct {
	mu     sync.Mutex
	widths map[rune]int
}

// Width returns a width and whether it was known already.
func (c *Cache) Width(r rune) (int, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	runtime.LockOSThread() // want "Width locks .* can return without unlocking"
	if width, ok := c.widths[r]; ok {
		return width, true
	}
	width := measure(r)
	c.widths[r] = width
	runtime.UnlockOSThread()
	return width, false
}

func measure(r rune) int { return int(r) % 16 }
