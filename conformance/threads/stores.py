"""A store is done once: what another thread makes of it stays, although the object grows or changes its form meanwhile."""

import threading
import time

from _stress import HANG, WORKERS, expect, run, together

STEPS = 80


def wait(look, wanted):
    """Until the other thread has stored it; without sleeping, since what is sought are moments."""
    end = None
    while True:
        for _ in range(200):
            if look() == wanted:
                return
        time.sleep(0)
        if end is None:
            end = time.monotonic() + HANG
        elif time.monotonic() > end:
            raise AssertionError(f"{look()} instead of {wanted}: a store has undone another")


def pairs(problems_of, make):
    """Pairs of threads; in each one thread stores odd numbers, and the other then even ones, and then makes a change."""
    places = [make() for _ in range(WORKERS // 2)]

    def work(k):
        look, store, change = places[k // 2]
        for i in range(1, STEPS, 2):
            if k % 2:
                store(i)
                wait(look, i + 1)
            else:
                wait(look, i)
                change(i)
                store(i + 1)
    problems = together(work)
    expect(problems, problems_of, [place[0]() for place in places], [STEPS] * len(places))
    return problems


def items(n):
    def make():
        values = [0, "x"] if n % 2 else [0, 1]

        def store(v):
            values[0] = v

        def change(i):
            values.append(i)
            values.insert(1, i)
            if i % 5 == 0:
                del values[1]
            if i == 51:
                values.append("another kind")
        return lambda: values[0], store, change
    return pairs("items", make)


def values(n):
    def make():
        table = {"state": 0}

        def store(v):
            table["state"] = v

        def change(i):
            table[f"key{i}"] = i
            if i % 3 == 0:
                del table[f"key{i}"]
            if i == 51:
                table[i] = "general from now on"
        return lambda: table["state"], store, change
    return pairs("values", make)


def attributes(n):
    class Local:
        pass
    vars(Local())

    def make():
        one = [Local()]
        one[0].state = 0

        def store(v):
            one[0].state = v

        def change(i):
            setattr(one[0], f"a{i % 40}", i)
            if i % 40 == 39:
                vars(one[0])
        return lambda: one[0].state, store, change
    return pairs("attributes", make)


def errors(n):
    """Instances of a built-in type with attributes."""
    def make():
        error = ValueError()
        error.state = 0

        def store(v):
            error.state = v

        def change(i):
            setattr(error, f"a{i}", i)
            if i == 71:
                vars(error)
        return lambda: error.state, store, change
    return pairs("errors", make)


def deleted_global(n):
    """A name that one thread sets and another deletes when it has seen it stays deleted."""
    space = {}
    exec("def store(v):\n    global state\n    state = v\n"
         "def delete():\n    global state\n    del state\n"
         "def look():\n    try:\n        return state\n    except NameError:\n        return None\n", space)
    store, delete, look = space["store"], space["delete"], space["look"]

    def work(k):
        for i in range(STEPS):
            if k:
                wait(look, i)
                delete()
            else:
                store(i)
                wait(look, None)
    problems = together(work, 2)
    expect(problems, "left", "state" in space, False)
    return problems


run(items, values, attributes, errors, deleted_global)
