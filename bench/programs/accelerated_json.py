# family: accelerated
# checksum: 467226
# must-compile: document, walk
"""JSON documents made, dumped in two styles, parsed back and walked."""

import json

from harness import run


def document(n):
    return {
        "title": "a document with \"quotes\", tabs\t and \u00fcml\u00e4uts",
        "items": [{"id": i, "price": i * 0.25, "tags": ["t%d" % (i % 7), None, True], "ratio": i / 7,
                   "nested": {"a": {"b": {"c": [i, -i, i * 10 ** 9]}}}} for i in range(n)],
        "empty": [{}, [], ""],
    }


def walk(value):
    if isinstance(value, dict):
        total = 1
        for key, item in value.items():
            total += len(key) + walk(item)
        return total
    if isinstance(value, list):
        total = 2
        for item in value:
            total += walk(item)
        return total
    if isinstance(value, str):
        return len(value)
    if isinstance(value, bool) or value is None:
        return 3
    return int(value) % 101


def unit():
    total = 0
    doc = document(500)
    for options in ({}, {"sort_keys": True, "separators": (",", ":")}):
        text = json.dumps(doc, **options)
        back = json.loads(text)
        if back != doc:
            raise SystemExit("JSON round trip failed")
        total += len(text) + walk(back)
    pretty = json.dumps(doc["items"][:60], indent=2)
    return total + len(pretty)


run(unit)
