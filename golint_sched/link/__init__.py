"""Linking: what the names of one package mean, who is called, and what each function does to its surroundings."""

from golint_sched.link.package import Package, link

__all__ = ["Package", "link"]
