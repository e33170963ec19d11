"""Types of a package as another one sees them: with their import paths."""

from golint_sched.model.types import (
    ArrayType,
    ChannelType,
    Field,
    FunctionType,
    InterfaceMethod,
    InterfaceType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
    StructType,
    Type,
)


def qualified(given: Type, package: str) -> Type:
    """Return the type with the import path of the package that it is written in."""
    match given:
        case NamedType(package=own, name=name, arguments=arguments):
            return NamedType(own or package, name, tuple([qualified(each, package) for each in arguments]))
        case PointerType(element=element):
            return PointerType(qualified(element, package))
        case ChannelType(element=element, can_send=sends, can_receive=receives):
            return ChannelType(qualified(element, package), sends, receives)
        case SliceType(element=element):
            return SliceType(qualified(element, package))
        case ArrayType(element=element, length=length):
            return ArrayType(qualified(element, package), length)
        case MapType(key=key, value=value):
            return MapType(qualified(key, package), qualified(value, package))
        case FunctionType():
            return qualified_signature(given, package)
        case StructType(fields=fields):
            return StructType(
                tuple([Field(one.name, qualified(one.type, package), one.embedded, one.offset) for one in fields])
            )
        case InterfaceType(methods=methods, embedded=embedded):
            return InterfaceType(
                tuple([InterfaceMethod(one.name, qualified_signature(one.type, package)) for one in methods]),
                tuple([qualified(each, package) for each in embedded]),
            )
        case _:
            return given


def qualified_signature(given: FunctionType, package: str) -> FunctionType:
    """Return the signature with the import path of the package that it is written in."""
    return FunctionType(
        tuple([qualified(each, package) for each in given.parameters]),
        tuple([qualified(each, package) for each in given.results]),
        given.variadic,
    )
