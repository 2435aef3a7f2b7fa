"""The terms of the Web Annotation vocabulary (W3C Recommendation of 23 February 2017) that an export uses.

This is no copy of the official context, which no package brings and no test may fetch: it is made by hand, term by
term with the same identifiers and types as http://www.w3.org/ns/anno.jsonld, and expands an export to the same triples.
"""

OA = "http://www.w3.org/ns/oa#"
ACTIVITY = "http://www.w3.org/ns/activitystreams#"
_INTEGER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"

CONTEXT = {
    "@context": {
        "oa": OA,
        "as": ACTIVITY,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@id"},
        **{
            name: f"oa:{name}"
            for name in ("Annotation", "TextualBody", "TextPositionSelector", "TextQuoteSelector", "TimeState")
        },
        **{name: f"oa:{name}" for name in ("identifying", "classifying", "describing", "commenting")},
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "state": {"@type": "@id", "@id": "oa:hasState"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "start": {"@type": _INTEGER, "@id": "oa:start"},
        "end": {"@type": _INTEGER, "@id": "oa:end"},
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "sourceDate": {"@type": "xsd:dateTime", "@id": "oa:sourceDate"},
        "value": "rdf:value",
        "format": "dc:format",
        "total": {"@type": _INTEGER, "@id": "as:totalItems"},
        "startIndex": {"@type": _INTEGER, "@id": "as:startIndex"},
        "first": {"@type": "@id", "@id": "as:first"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    }
}
