"""Linking: what the names of one package mean, who is called, and what each function does to its surroundings."""

from golint_sched.link.package import Package, link
from golint_sched.link.running import Running

__all__ = ["Package", "Running", "link"]
