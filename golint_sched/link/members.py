"""Fields and methods of types, embedded ones included."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from golint_sched.knowledge import signatures
from golint_sched.knowledge.tests import TESTER, TESTER_METHODS, TESTER_SIGNS
from golint_sched.link.tables import Tables
from golint_sched.model.functions import Function, TypeDeclaration
from golint_sched.model.types import (
    UNKNOWN,
    FunctionType,
    InterfaceType,
    NamedType,
    PointerType,
    StructType,
    Type,
    TypeParameter,
    UnknownType,
)

_DEPTH = 8  # embedding nested deeper than this is a cycle through broken code


@dataclass(frozen=True, slots=True)
class Member:
    """What a selector means.

    `path` names the embedded fields on the way, without the member itself. `owner` is the type that declares it.
    `functions` are the method's declarations in this package (more than one where build-tagged twins declare it);
    `external` is its full name where it is declared elsewhere. A field has neither, and `type` is its type.
    """

    owner: str
    path: tuple[str, ...]
    type: Type
    functions: tuple[Function, ...] = ()
    external: str = ""
    interface: bool = False


def dereference(given: Type) -> Type:
    """Return the type that a pointer points to, or the type itself."""
    return given.element if isinstance(given, PointerType) else given


def declaration(tables: Tables, given: Type) -> TypeDeclaration | None:
    """Return the declaration of a named type of this package or of a neighbour, None where it is not in sight."""
    if not isinstance(given, NamedType) or given.package == "builtin":
        return None
    if given.package:
        return tables.neighbours.declaration(f"{given.package}.{given.name}")
    declarations = tables.types.get(given.name, ())
    return declarations[0] if declarations else None


def unalias(tables: Tables, given: Type) -> Type:
    """Return what an alias of this package or of a neighbour stands for, or the type itself."""
    for _ in range(_DEPTH):
        found = declaration(tables, given)
        if found is None or not found.alias:
            return given
        given = found.type
    return given


def underlying(tables: Tables, given: Type) -> Type:
    """Return the type literal under a named type of this package or a neighbour; others are returned as they are."""
    for _ in range(_DEPTH):
        found = declaration(tables, given)
        if found is None:
            return given
        given = found.type
    return UNKNOWN


def type_name(given: Type) -> str:
    """Return how a named type is called in `Member.owner`: its name, or `import/path.Name` for a foreign one."""
    if not isinstance(given, NamedType):
        return ""
    if not given.package:
        return given.name
    return signatures.canonical(f"{given.package}.{given.name}")


def find_member(tables: Tables, given: Type, name: str) -> Member | None:
    """Return the field or method `name` of a type, None where it cannot be told.

    The search follows Go's rule: the type's own members first, then those of embedded fields, level by level. On one
    level a member that is known goes before one that a foreign type is only taken to have.
    """
    level: list[tuple[Type, tuple[str, ...]]] = [(given, ())]
    for _ in range(_DEPTH + 1):
        found: Member | None = None
        below: list[tuple[Type, tuple[str, ...]]] = []
        for outer, path in level:
            base = unalias(tables, dereference(outer))
            own = _own_member(tables, base, name)
            if own is None:
                below += [(inner, (*path, *step)) for inner, step in _embedded(tables, base)]
            elif found is None or (_is_guess(found) and not _is_guess(own)):
                found = replace(own, path=path) if path else own
        if found is not None or not below:
            return found
        level = below
    return None


def _embedded(tables: Tables, base: Type) -> Iterator[tuple[Type, tuple[str, ...]]]:
    """Yield the types that a type embeds, with the name of the field, () in an interface."""
    match underlying(tables, base):
        case StructType(fields=fields):
            yield from ((field.type, (field.name,)) for field in fields if field.embedded)
        case InterfaceType(embedded=embedded):
            yield from ((inner, ()) for inner in embedded)
        case _:
            pass


def _is_guess(member: Member) -> bool:
    """Tell whether a foreign type is only taken to have the method: no table knows it."""
    return bool(member.external) and member.type == UNKNOWN and member.owner not in signatures.METHODS


def _own_member(tables: Tables, base: Type, name: str) -> Member | None:
    """Return the member that the type itself declares."""
    owner = type_name(base)
    if isinstance(base, NamedType) and base.package:
        return _foreign_member(tables, base, name)
    functions = tables.methods.get((owner, name), ()) if owner else ()
    if functions:
        return Member(owner, (), functions[0].type, functions)
    match underlying(tables, base):
        case StructType(fields=fields):
            for field in fields:
                if field.name == name:
                    return Member(owner, (), field.type)
        case InterfaceType(methods=methods) as interface:
            for method in methods:
                if method.name == name:
                    tester = f"{TESTER}.{name}" if _is_tester(interface) else ""
                    return Member(owner, (), method.type, external=tester, interface=True)
        case NamedType(package=package) as foreign if package:
            # `type handle http.Server` has the fields of http.Server and none of its methods.
            found = signatures.field_type(f"{type_name(foreign)}.{name}")
            return None if found is None else Member(type_name(foreign), (), found)
        case _:
            pass
    return None


def _foreign_member(tables: Tables, base: NamedType, name: str) -> Member | None:
    """Return a member of a type from another package; what nobody knows is taken for a method."""
    owner = type_name(base)
    if owner.startswith("builtin."):
        return Member(owner, (), UNKNOWN, external=f"error.{name}") if owner == "builtin.error" else None
    if name not in signatures.METHODS.get(owner, (name,)):
        return None
    field = signatures.field_type(f"{owner}.{name}")
    if field is not None:
        return Member(owner, (), field)
    tabled = owner in signatures.EMBEDDED
    for embedded in signatures.EMBEDDED.get(owner, ()):
        if signatures.results(f"{embedded}.{name}") is not None and signatures.results(f"{owner}.{name}") is None:
            owner = embedded
    known = signatures.results(f"{owner}.{name}")
    if known is None and not tabled:  # else the tables have its methods under its own name
        declared = declaration(tables, base)
        if declared is not None:
            return _neighbour_member(tables, declared, owner, name)
    return Member(owner, (), FunctionType(results=known) if known else UNKNOWN, external=f"{owner}.{name}")


def _neighbour_member(tables: Tables, declared: TypeDeclaration, owner: str, name: str) -> Member | None:
    """Return a member that a neighbour's type declares itself, None where it has none of that name."""
    method = tables.neighbours.signature(f"{owner}.{name}")
    if method is not None:
        return Member(owner, (), method, external=f"{owner}.{name}")
    match underlying(tables, declared.type):
        case StructType(fields=fields):
            return next((Member(owner, (), field.type) for field in fields if field.name == name), None)
        case InterfaceType(methods=methods) as interface:
            full = f"{TESTER if _is_tester(interface) else owner}.{name}"
            return next((Member(owner, (), one.type, external=full) for one in methods if one.name == name), None)
        case _:
            return None


def _is_tester(interface: InterfaceType) -> bool:
    """Tell whether an interface is part of testing.TB, made so that code outside of tests need not import testing."""
    names = {method.name for method in interface.methods}
    return not interface.embedded and names <= TESTER_METHODS and not names.isdisjoint(TESTER_SIGNS)


def implementations(tables: Tables, method: str, interface: Type) -> tuple[Function, ...]:
    """Return the methods called `method` of this package's types that have all methods of the interface."""
    shape = underlying(tables, dereference(interface))
    if not isinstance(shape, InterfaceType) or shape.embedded:
        return ()
    wanted = {one.name for one in shape.methods}
    owners = sorted(owner for owner, found in tables.method_names.items() if method in found and wanted <= found)
    return tuple(function for owner in owners for function in tables.methods[owner, method])


def is_known(given: Type) -> bool:
    """Tell whether anything is known of the type."""
    return not isinstance(given, UnknownType | TypeParameter)
