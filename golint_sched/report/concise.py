"""One line for each finding: `path:line:column: GLS201 abandoned-sender: message`."""

from golint_sched.report.options import RenderOptions
from golint_sched.report.places import place
from golint_sched.report.summary import rule_names, statistics, summary
from golint_sched.report.terminal import visible
from golint_sched.result import Result


def render(result: Result, options: RenderOptions) -> str:
    """Return one line for each finding, then the summary unless `verbosity` is negative."""
    names = rule_names(result)
    lines = [
        visible(f"{place(result.sources, finding.span)}: {finding.rule_id} {names[finding.rule_id]}: {finding.message}")
        for finding in result.findings
    ]
    if options.statistics:
        lines += statistics(result)
    if options.verbosity >= 0:
        lines.append(summary(result))
    return "".join(f"{line}\n" for line in lines)
