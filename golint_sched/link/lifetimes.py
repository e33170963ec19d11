"""How long what a function leaves behind can live: whether it runs once per process, and whether that ends with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from golint_sched.knowledge.commands import is_given_to_command
from golint_sched.link.members import dereference, type_name
from golint_sched.model.functions import Function

if TYPE_CHECKING:
    from golint_sched.link.package import Package

_TEST_ENTRY = ("Test", "Benchmark", "Fuzz", "Example")


def ends_process(package: "Package", function: Function) -> bool:
    """Tell whether the process is over when the function is: main.main, and what a command line runs as a command."""
    is_main = package.name == "main" and function.name == "main" and not function.receiver_type
    return is_main or is_command(package, function)


def is_command(package: "Package", function: Function) -> bool:
    """Tell whether a library for command lines runs the function.

    &cobra.Command{RunE: func(cmd *cobra.Command, args []string) error { … }}      &cli.Command{Action: serve}
    """
    if package.is_test(function) or not any(
        one.type is not None and is_given_to_command(type_name(dereference(one.type))) for one in function.parameters
    ):
        return False
    return not package.callers(function) and (not function.name or package.is_value(function))


def runs_once(package: "Package", function: Function, is_once: Callable[[Function], bool]) -> bool:
    """Tell whether the function runs once per process; `is_once` tells that of the functions around and its callers."""
    if is_command(package, function):
        return True
    around = package.enclosing(function)
    if around is not None:
        return is_once(around) and not package.in_loop(package.tables.literal_nodes[function])
    if not function.receiver_type:
        if function.name == "init" or (function.name == "main" and package.name == "main"):
            return True
        if function.name == "TestMain" and package.is_test(function):
            return True
    if package.is_test(function) and function.name.startswith(_TEST_ENTRY):
        return False
    if package.name != "main" and function.name[:1].isupper():
        return False
    callers = package.callers(function)
    if not callers or package.is_value(function):
        return False
    return all(is_once(caller) and not package.in_loop(call) for caller, call in callers)
