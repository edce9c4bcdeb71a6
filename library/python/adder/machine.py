"""The computer this runs on: computing units, memory units, connections, measured.

    >>> import adder.machine
    >>> here = adder.machine.describe()          # measured once, kept, and reused
    >>> here.figure("memory", "read").value      # bytes a second, one core
    >>> work = adder.machine.Work("triad", stream=[(16e6, 8e6, 24e6)], operations={"vector_float": 2e6})
    >>> here.predict(work).seconds, here.predict(work).binding
    >>> adder.machine.what_if("zen-4").predict(work)

Figures are in base units: bytes, seconds, hertz, bytes a second, times a second. See docs/machine.md.
"""

import json
import os
from collections import namedtuple

import _adder_machine

__all__ = ["Figure", "Machine", "Prediction", "Unit", "Work", "describe", "load", "what_if"]


class Figure(namedtuple("Figure", "value unit origin error note", defaults=("",))):
    """One number, how it was learned (system, probe, catalogue, assumed), and its relative error."""

    __slots__ = ()


class Unit(namedtuple("Unit", "id name count figures facts")):
    """A computing unit, a memory unit or a connection, with its figures by property."""

    __slots__ = ()


class Prediction(namedtuple("Prediction", "work cores machines seconds binding terms")):
    """The least time of some work, and the unit that binds; terms are (unit, what, seconds), longest first."""

    __slots__ = ()


class Work:
    """Counts of what a piece of work does; keywords as dev.adder.machine.prediction.WorkFile names them."""

    def __init__(self, name, **counts):
        self.name = name
        self.counts = counts

    def json(self):
        return json.dumps({"name": self.name} | self.counts)


def _units(entries):
    return {
        entry["id"]: Unit(entry["id"], entry["name"], entry.get("count", 1),
                          {key: Figure(**figure) for key, figure in entry["figures"].items()}, entry["facts"])
        for entry in entries
    }


class Machine:
    """A computer: `units` and `connections` by id, and what else its JSON says in `data`."""

    def __init__(self, data):
        self.data = data
        self.units = _units(data["units"])
        self.connections = _units(data["connections"])

    def figure(self, unit, prop):
        """The figure of a unit or connection, or None."""
        found = self.units.get(unit) or self.connections.get(unit)
        return found.figures.get(prop) if found else None

    def predict(self, work, cores="one", machines=1):
        """The least time of `work` on one core, or with cores="all" on all, of so many machines like this."""
        said = json.loads(_adder_machine.predict(json.dumps(self.data), work.json(), cores == "all", machines))
        said["terms"] = [(term["unit"], term["what"], term["seconds"]) for term in said["terms"]]
        return Prediction(**said)


def _run(options):
    status, out, messages = _adder_machine.run(options)
    if status:
        raise ValueError(messages.strip().removeprefix("adder machine: "))
    return out


def describe(effort="normal", *, again=False, probe=True):
    """This computer. `effort` is "quick", "normal" or "thorough"; without `probe` only what the system says."""
    options = ["--json"]
    if effort != "normal":
        options.append("--" + effort)
    if again:
        options.append("--again")
    if not probe:
        options.append("--no-probe")
    return Machine(json.loads(_run(options)))


def what_if(cpu):
    """A known processor from published figures."""
    return Machine(json.loads(_run(["--what-if", cpu, "--json"])))


def load(file):
    """A machine from the file that `adder machine --json` wrote."""
    return Machine(json.loads(_run(["--machine", os.fspath(file), "--json"])))
