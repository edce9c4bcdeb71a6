# modes: stress
# must-compile: Template.__init__
"""A template engine: compiles a text to Python source, runs that with exec, and shows errors with template lines."""
import html
import re
import traceback


class TemplateError(Exception):
    pass


class Template:
    PARTS = re.compile(r"({{.*?}}|{%.*?%}|{#.*?#})", re.S)

    def __init__(self, text, name="<template>"):
        self.name = name
        self.blocks = []
        lines, depth, at = ["def render(out, escape, context):", "  locals_ = context"], 1, 1
        for part in self.PARTS.split(text):
            if part.startswith("{{"):
                expression, *filters = [p.strip() for p in part[2:-2].split("|")]
                code = f"str({expression})"
                if "safe" not in filters:
                    code = f"escape({code})"
                for f in filters:
                    if f != "safe":
                        code = f"({code}).{f}()"
                lines.append("  " * depth + f"out({code})")
            elif part.startswith("{%"):
                word, _, rest = part[2:-2].strip().partition(" ")
                if word in ("if", "for", "while"):
                    self.blocks.append((word, at))
                    lines.append("  " * depth + f"{word} {rest}:")
                    depth += 1
                elif word in ("else", "elif"):
                    lines.append("  " * (depth - 1) + f"{word} {rest}".rstrip() + ":")
                elif word == "set":
                    lines.append("  " * depth + rest)
                elif word.startswith("end"):
                    if not self.blocks or self.blocks[-1][0] != word[3:]:
                        raise TemplateError(f"line {at}: {word} does not end {self.blocks[-1:]}")
                    self.blocks.pop()
                    depth -= 1
                else:
                    raise TemplateError(f"line {at}: unknown tag {word!r}")
            elif part and not part.startswith("{#"):
                lines.append("  " * depth + f"out({part!r})")
            at += part.count("\n")
        if self.blocks:
            raise TemplateError(f"not ended: {self.blocks}")
        self.source = "\n".join(lines)

    def render(self, **context):
        namespace = dict(context)
        exec(compile(self.source, self.name, "exec"), namespace)
        pieces = []
        namespace["render"](pieces.append, html.escape, context)
        return "".join(pieces)


PAGE = """<h1>{{ title }}</h1>
{# a comment
   of two lines #}{% set n = 0 %}
{% for user in users %}
  {% if user["age"] >= 18 %}<b>{{ user["name"] | upper }}</b>{% elif user["age"] %}{{ user["name"] }} ({{ user["age"] }}){% else %}?{% endif %}
  {% set n += user["age"] %}
{% endfor %}
Sum {{ n }}, raw {{ "<i>" | safe }}, {{ f"{n / 7:.3f}" }}
"""
page = Template(PAGE, "page.html")
print(page.render(title="A & B", users=[{"name": "Zoë <z>", "age": 20}, {"name": "kid", "age": 7}, {"name": "", "age": 0}]))
print(page.source)
for bad in ("{% if x %}", "{% endfor %}", "{% if x %}{% endfor %}", "{% what %}", "{{ 1 + }}", "{% for x in %}{% endfor %}"):
    try:
        print(repr(Template(bad).render(x=1)))
    except (TemplateError, SyntaxError) as e:
        print(type(e).__name__, e)
for text, context in (("a\n{{ 1 / zero }}", {"zero": 0}), ("{{ missing }}", {}), ("{{ x.nope }}", {"x": 1})):
    try:
        Template(text, "t.html").render(**context)
    except Exception as e:
        print([(f.filename.rpartition("/")[2], f.name) for f in traceback.extract_tb(e.__traceback__)][1:], type(e).__name__, e)
table = Template("{% for r in range(n) %}{% for c in range(n) %}{{ r * c }},{% endfor %};{% endfor %}")
print(table.render(n=6), len(table.render(n=60)))
