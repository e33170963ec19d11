"""The engines: what several rules need to know, worked out once."""
