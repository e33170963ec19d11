"""The hash of a line agrees with the two programs that also compute it; our own fingerprint stands drift."""

from dataclasses import replace

import pytest

from golint_sched.finding import Finding
from golint_sched.report.fingerprint import flow_fingerprints, line_hashes
from golint_sched.source import SourceFile
from tests.support.report_examples import ABANDONED, FETCH, moved, result

END = "c129715d7a2bc9a3:1"  # of the empty line at the end of any file

# What GitHub's own upload action expects in its tests.
OF_GITHUB = [
    ("", [END]),
    (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
    (
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
        [
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            END,
        ],
    ),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        [
            *(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)),
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            END,
        ],
    ),
]

# What version 5.7.0 of Microsoft's SARIF multitool inserts (rewrite --insert RollingHashPartialFingerprints).
OF_MULTITOOL = [
    (
        (
            'package main\n\nfunc main() {\n\tname := "😀 東京" // \N{MATHEMATICAL SCRIPT CAPITAL X}\n'
            "\tch <- name\n\n\tch <- name\n}\n"
        ),
        [
            "80e4d4bcf39e2034:1",
            "30708b174909d5c1:1",
            "823f4578f4b527b:1",
            "aa1e835d08f9fbe0:1",
            "734b087b63982386:1",
            "885e65ce67a71623:1",
            "bd8490cefc05a0a5:1",
            "32dce9ccfdbc9d3e:1",
            END,
        ],
    ),
    (
        "package main\r\n\r\nfunc main() {\r\n\tch <- 1\r\n\r\n\tch <- 1\r\n}\r\n",
        [
            "1129f59f9a890b1e:1",
            "a8c8e32c024ea0cb:1",
            "6ce8af56563caaed:1",
            "1ab8b99010989af2:1",
            "9dbf78b0b83531b:1",
            "74aaa112aada707d:1",
            "32dce9ccfdbc9d3e:1",
            END,
        ],
    ),
    (
        "package main\n\nvar done = make(chan struct{})\n\nfunc wait() { <-done }",
        ["b1db43c3de0e3b87:1", "87d9c2c7ee3b4b84:1", "aa5900df6f7157aa:1", "c1142ce5edddbbde:1", "efca573561eb94ac:1"],
    ),
]


@pytest.mark.parametrize(("text", "hashes"), OF_GITHUB)
def test_line_hashes_are_those_of_github(text: str, hashes: list[str]) -> None:
    assert line_hashes(text.encode()) == hashes


@pytest.mark.parametrize(("text", "hashes"), OF_MULTITOOL)
def test_line_hashes_are_those_of_the_multitool(text: str, hashes: list[str]) -> None:
    assert line_hashes(text.encode()) == hashes


def fingerprint(finding: Finding, source: SourceFile) -> str:
    return flow_fingerprints(result(finding, sources=(source,)))[0]


def test_a_flow_fingerprint_stays_when_lines_are_put_above() -> None:
    drifted = SourceFile(FETCH.path, b"// Copyright\n\n" + FETCH.content)

    assert fingerprint(moved(ABANDONED, 14), drifted) == fingerprint(ABANDONED, FETCH)


def test_a_flow_fingerprint_stays_when_the_code_is_indented_anew() -> None:
    spaced = SourceFile(FETCH.path, FETCH.content.replace(b"\t", b" "))

    assert fingerprint(ABANDONED, spaced) == fingerprint(ABANDONED, FETCH)


def test_a_flow_fingerprint_changes_with_the_text_of_a_site() -> None:
    other = SourceFile(FETCH.path, FETCH.content.replace(b"return nil, ErrTimeout", b"return nil, errTimedOut"[:22]))

    assert fingerprint(ABANDONED, other) != fingerprint(ABANDONED, FETCH)


def test_a_flow_fingerprint_changes_with_the_function() -> None:
    assert fingerprint(replace(ABANDONED, function="Second.func1"), FETCH) != fingerprint(ABANDONED, FETCH)


def test_equal_flows_are_numbered() -> None:
    first, second = flow_fingerprints(result(ABANDONED, replace(ABANDONED, label="another")))

    assert (first[:32], first[32:], second) == (second[:32], ":1", f"{first[:32]}:2")
