"""Libraries for command lines: the function that they call for a command runs once, and the process ends with it."""

# What such a function is given. See the documentation of cobra.Command.RunE, cli.Command.Action and kingpin.Action.
_GIVEN = (
    "github.com/spf13/cobra.Command",
    "github.com/urfave/cli.Context",
    "github.com/urfave/cli/v2.Context",
    "github.com/urfave/cli/v3.Command",
    "github.com/alecthomas/kingpin.ParseContext",
    "github.com/alecthomas/kingpin/v2.ParseContext",
    "gopkg.in/alecthomas/kingpin.v2.ParseContext",
)


def is_given_to_command(name: str) -> bool:
    """Tell whether a parameter of the type of this full name makes a function one that a command line runs."""
    return name in _GIVEN
