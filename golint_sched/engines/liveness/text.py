"""Go expressions as short text for messages."""

from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Constant,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Receive,
    Selector,
    TypeAssertion,
    Unary,
)


def text_of(expression: Expression) -> str:
    """Return the expression as a reader would write it, `…` for what is too long to show."""
    match expression:
        case Name(name=name) | PackageName(name=name) | BuiltinName(name=name):
            return name
        case QualifiedName(package=package, name=name):
            return f"{package.rsplit('/', 1)[-1]}.{name}"
        case Selector(base=base, field=field):
            return f"{text_of(base)}.{field}"
        case Call(function=function, arguments=arguments):
            return f"{text_of(function)}({'…' if arguments else ''})"
        case Index(base=base, index=(Name() | Constant() as index,)):
            return f"{text_of(base)}[{text_of(index)}]"
        case Index(base=base):
            return f"{text_of(base)}[…]"
        case Constant(text=text):
            return text
        case Receive(channel=channel):
            return f"<-{text_of(channel)}"
        case Unary(operator=operator, operand=operand):
            return f"{operator}{text_of(operand)}"
        case TypeAssertion(base=base):
            return f"{text_of(base)}.(…)"
        case _:
            return "…"
