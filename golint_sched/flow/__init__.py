"""The control-flow graph of one function, and questions about its paths."""
