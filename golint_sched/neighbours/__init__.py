"""The other packages of the module, read only as far as somebody asks: a declaration here, what it mentions there."""

from golint_sched.neighbours.around import Around, around

__all__ = ["Around", "around"]
