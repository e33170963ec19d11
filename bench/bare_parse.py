"""The yardstick: reads and parses every Go file below a folder once, in one process, and does nothing else."""

import sys
from pathlib import Path

import tree_sitter_go
from tree_sitter import Language, Parser


def main() -> None:
    """Parse the files below the folder that the argument names."""
    parser = Parser(Language(tree_sitter_go.language()))
    for path in sorted(Path(sys.argv[1]).rglob("*.go")):
        if path.is_file():
            parser.parse(path.read_bytes())


if __name__ == "__main__":
    main()
