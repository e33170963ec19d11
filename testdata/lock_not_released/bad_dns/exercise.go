package dns

import "net/netip"

// Exercise asks for a host that is not there, and then wants to add it.
func Exercise() {
	c := NewCache()
	c.Put("localhost", netip.IPv4Unspecified())
	c.Resolve("localhost")
	c.Resolve("elsewhere")
	go c.Put("elsewhere", netip.IPv6Unspecified())
}
