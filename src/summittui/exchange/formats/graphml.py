"""GraphML (Brandes et al. 2002): a network of nodes and edges with attributes, for Gephi, visone and networkx."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from summittui.exchange.formats.xml_text import xml_text

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Mapping[type, str] = {bool: "boolean", int: "int", str: "string"}

Attribute = str | int | bool


class Node(Struct, frozen=True):
    """A node of a network."""

    id: str
    attributes: Mapping[str, Attribute]


class Edge(Struct, frozen=True):
    """An undirected edge of a network."""

    source: str
    target: str
    attributes: Mapping[str, Attribute]


def graphml(nodes: Iterable[Node], edges: Iterable[Edge]) -> bytes:
    """Return an undirected network in UTF-8; each attribute has one type throughout the file."""
    nodes, edges = tuple(nodes), tuple(edges)
    root = ET.Element("graphml", xmlns=NAMESPACE)
    keys = {
        **dict(_keys(root, "node", (node.attributes for node in nodes))),
        **dict(_keys(root, "edge", (edge.attributes for edge in edges))),
    }
    graph = ET.SubElement(root, "graph", id="summittui", edgedefault="undirected")
    for node in nodes:
        _attribute(ET.SubElement(graph, "node", id=node.id), "node", node.attributes, keys)
    for number, edge in enumerate(edges):
        element = ET.SubElement(graph, "edge", id=f"e{number}", source=edge.source, target=edge.target)
        _attribute(element, "edge", edge.attributes, keys)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _keys(
    root: ET.Element, domain: str, attributes: Iterable[Mapping[str, Attribute]]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Declare each attribute of nodes or of edges, and yield its identifier."""
    types = {name: type(value) for each in attributes for name, value in each.items()}
    for number, (name, type_) in enumerate(types.items()):
        id_ = f"{domain[0]}{number}"
        ET.SubElement(root, "key", {"id": id_, "for": domain, "attr.name": name, "attr.type": _TYPES[type_]})
        yield (domain, name), id_


def _attribute(
    element: ET.Element, domain: str, attributes: Mapping[str, Attribute], keys: Mapping[tuple[str, str], str]
) -> None:
    for name, value in attributes.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        ET.SubElement(element, "data", key=keys[domain, name]).text = xml_text(text)
