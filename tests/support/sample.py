"""A Go program with one fault, for tests of what stands around the analysis."""

from pathlib import Path

FAULT_LINE = 6
FAULT_ID = "GLS303"
FAULT = """package server

import "net/http"

func Serve() error {
	return http.ListenAndServe(":8080", nil)
}
"""
CLEAN = """package server

func Serve() error { return nil }
"""


def write_module(folder: Path, source: str = FAULT) -> Path:
    """Write a Go module with `source` as its only file, server.go, into `folder`, and return the folder."""
    (folder / "go.mod").write_text("module example.test/server\n\ngo 1.27\n", "utf-8")
    (folder / "server.go").write_text(source, "utf-8")
    return folder
