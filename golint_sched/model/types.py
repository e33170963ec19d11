"""Go types as they are written; names are resolved to the package that they come from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NamedType:
    """A type with a name.

    `package` is the import path ("net/http", whatever the file calls it), "" for a type of the package itself and
    "builtin" for a predeclared one (int, error, any). A type declared inside a function has a name of the form
    `result·123` (its name and the byte offset of its declaration), which no other type can have.
    """

    package: str
    name: str
    arguments: tuple["Type", ...] = ()


@dataclass(frozen=True, slots=True)
class TypeParameter:
    """A type parameter in scope."""

    name: str


@dataclass(frozen=True, slots=True)
class PointerType:
    """`*element`."""

    element: "Type"


@dataclass(frozen=True, slots=True)
class ChannelType:
    """A channel; `can_send` and `can_receive` tell its direction."""

    element: "Type"
    can_send: bool = True
    can_receive: bool = True


@dataclass(frozen=True, slots=True)
class SliceType:
    """`[]element`, and a variadic parameter inside its function."""

    element: "Type"


@dataclass(frozen=True, slots=True)
class ArrayType:
    """`[length]element`; the length is kept as its source text."""

    element: "Type"
    length: str = ""


@dataclass(frozen=True, slots=True)
class MapType:
    """`map[key]value`."""

    key: "Type"
    value: "Type"


@dataclass(frozen=True, slots=True)
class FunctionType:
    """A function's signature; a variadic last parameter has the type that the caller passes, not the slice."""

    parameters: tuple["Type", ...] = ()
    results: tuple["Type", ...] = ()
    variadic: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A struct field; an embedded one has the type's own name and `embedded` set."""

    name: str
    type: "Type"
    embedded: bool = False
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class StructType:
    """A struct literal type."""

    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class InterfaceMethod:
    """One method of an interface."""

    name: str
    type: FunctionType


@dataclass(frozen=True, slots=True)
class InterfaceType:
    """An interface; `embedded` also holds the terms of a constraint."""

    methods: tuple[InterfaceMethod, ...] = ()
    embedded: tuple["Type", ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownType:
    """A type that could not be read or told."""


UNKNOWN = UnknownType()

Type = (
    NamedType
    | TypeParameter
    | PointerType
    | ChannelType
    | SliceType
    | ArrayType
    | MapType
    | FunctionType
    | StructType
    | InterfaceType
    | UnknownType
)
