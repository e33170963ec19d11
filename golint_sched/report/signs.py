"""The characters that pictures in text are made of."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that a picture is made of."""

    step: str
    fault: str
    life: str
    waits: str
    line: str
    right: str
    left: str
    begins: str
    to_right: str
    to_left: str
    crossing: str
    cut: str


BOX_SIGNS = Signs("●", "✗", "│", "┊", "─", "►", "◄", "┬", "├", "┤", "┼", "…")
ASCII = Signs("*", "X", "|", ":", "-", ">", "<", "+", "+", "+", "+", "..")

BOXES = "".join(getattr(BOX_SIGNS, field.name) for field in fields(BOX_SIGNS))
"""All characters that a picture needs which is not ASCII."""
