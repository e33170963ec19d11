"""Paths to folders of Go files: what is analysed, to which module it belongs, and what could not be found.

The unit that later stages work on is the folder, because all packages of one directory are read together: see
`golint_sched.discover.packages` for how a folder's files become packages once they are read.
"""

from golint_sched.discover.find import Discovery, Folder, discover
from golint_sched.discover.modules import Module, Surroundings
from golint_sched.discover.packages import PackageFiles, group, read

__all__ = ["Discovery", "Folder", "Module", "PackageFiles", "Surroundings", "discover", "group", "read"]
