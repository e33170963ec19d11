"""The model: what lower makes of a Go file, and all that later stages may know of it.

Nodes are plain frozen data with byte spans. They compare by identity (`eq=False`), so a node can be the key of a
table that a later stage keeps beside the model. No syntax-tree node is in it.
"""
