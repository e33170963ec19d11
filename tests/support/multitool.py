"""Microsoft's SARIF validator, whose exit code says nothing of what it found."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PACKAGE = "@microsoft/sarif-multitool"
# The project has no home page that could be named; a made-up address would be worse than none.
UNHEEDED = {"Warning_ProvideToolnformationUri"}
PLATFORM = {"linux": "linux", "darwin": "darwin", "win32": "win32"}


def multitool() -> Path:
    """Return the path of the validator below the folder that SARIF_MULTITOOL names, where npm installed it.

    Raises RuntimeError if it is not there: a check that was asked for is not skipped.
    """
    root = os.environ.get("SARIF_MULTITOOL", "")
    program = "Sarif.Multitool.exe" if sys.platform == "win32" else "Sarif.Multitool"
    found = Path(root) / "node_modules" / f"{PACKAGE}-{PLATFORM[sys.platform]}" / program
    if not root or not found.is_file():
        message = f"no {PACKAGE}: `npm install --prefix DIR {PACKAGE}` brings it; set SARIF_MULTITOOL to DIR"
        raise RuntimeError(message)
    return found


def problems(sarif: Path, scratch: Path) -> list[str]:
    """Return the errors and warnings of the SARIF and GitHub rules in the file `sarif`, each as one line of text.

    `scratch` is a folder to write to. Raises RuntimeError if the validator did not look at the file.
    """
    verdict = scratch / f"{sarif.stem}.verdict.sarif"
    done = subprocess.run(
        [
            *(multitool(), "validate", sarif, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"),
            *("--max-file-size-in-kb", "100000", "--output", verdict, "--log", "ForceOverwrite"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if not verdict.is_file():
        raise RuntimeError(done.stdout + done.stderr)
    found: list[str] = []
    for run in json.loads(verdict.read_text("utf-8-sig"))["runs"]:
        for invocation in run.get("invocations", ()):
            notifications = invocation.get("toolExecutionNotifications", ())
            found += [f"{n['descriptor']['id']}: {n['message']['text']}" for n in notifications if _counts(n)]
        found += [f"{result['ruleId']}: {result['message']}" for result in run.get("results", ()) if _counts(result)]
    return found


def _counts(entry: dict[str, Any]) -> bool:
    """Return whether `entry` is an error or a warning that we heed; a missing level means a warning."""
    return entry.get("level", "warning") in {"error", "warning"} and entry["message"].get("id") not in UNHEEDED
