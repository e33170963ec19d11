package good

import "context"

// Exercise visits seven nodes.
func Exercise() {
	leaf := func() *Node { return &Node{} }
	root := &Node{children: []*Node{{children: []*Node{leaf(), leaf()}}, {children: []*Node{leaf(), leaf()}}}}
	March(context.Background(), root, 2, func(*Node) {})
}
