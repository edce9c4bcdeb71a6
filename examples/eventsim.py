"""Simulation of a harbour by events: ships arrive, queue for a berth, are unloaded by cranes and leave with the tide.

    eventsim.py [DAYS]                     (1500 if not given)
"""

import heapq
import sys


class Random:
    """A small generator of its own, so that the results do not depend on the library's."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % n

    def between(self, low, high):
        return low + self.below(high - low)


class Event:
    __slots__ = ("time", "order", "action", "argument")

    def __init__(self, time, order, action, argument):
        self.time = time
        self.order = order
        self.action = action
        self.argument = argument

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


class Simulation:
    def __init__(self):
        self.now = 0
        self.events = []
        self.count = 0

    def at(self, time, action, argument=None):
        self.count += 1
        heapq.heappush(self.events, Event(time, self.count, action, argument))

    def after(self, delay, action, argument=None):
        self.at(self.now + delay, action, argument)

    def run(self, end):
        while self.events and self.events[0].time <= end:
            event = heapq.heappop(self.events)
            self.now = event.time
            if event.argument is None:
                event.action()
            else:
                event.action(event.argument)


class Resource:
    """So many places of one kind; who comes too late waits in turn."""

    def __init__(self, simulation, places):
        self.simulation = simulation
        self.free = places
        self.waiting = []
        self.longest = 0

    def request(self, action, who):
        if self.free > 0:
            self.free -= 1
            self.simulation.after(0, action, who)
        else:
            self.waiting.append((action, who))
            self.longest = max(self.longest, len(self.waiting))

    def release(self):
        if self.waiting:
            action, who = self.waiting.pop(0)
            self.simulation.after(0, action, who)
        else:
            self.free += 1


class Ship:
    kind = "ship"
    rate = 1

    def __init__(self, number, cargo):
        self.number = number
        self.cargo = cargo
        self.arrived = 0

    def portion(self):
        return min(self.cargo, 10 * self.rate)


class Freighter(Ship):
    kind = "freighter"
    rate = 2


class Tanker(Ship):
    kind = "tanker"
    rate = 5

    def portion(self):
        return min(self.cargo, 40 + self.cargo // 8)


class Harbour:
    def __init__(self, simulation, berths, cranes, seed):
        self.simulation = simulation
        self.berths = Resource(simulation, berths)
        self.cranes = Resource(simulation, cranes)
        self.random = Random(seed)
        self.numbers = 0
        self.done = {"freighter": 0, "tanker": 0}
        self.time = {"freighter": 0, "tanker": 0}
        self.unloaded = 0

    def arrive(self):
        self.numbers += 1
        kind = Tanker if self.random.below(4) == 0 else Freighter
        ship = kind(self.numbers, self.random.between(60, 400))
        ship.arrived = self.simulation.now
        self.berths.request(self.dock, ship)
        self.simulation.after(self.random.between(5, 60), self.arrive)

    def dock(self, ship):
        self.simulation.after(5, self.unload, ship)

    def unload(self, ship):
        self.cranes.request(self.lift, ship)

    def lift(self, ship):
        portion = ship.portion()
        ship.cargo -= portion
        self.unloaded += portion
        self.simulation.after(2 + portion // ship.rate // 4, self.lifted, ship)

    def lifted(self, ship):
        self.cranes.release()
        if ship.cargo > 0:
            self.unload(ship)
        else:
            tide = -self.simulation.now % 360
            self.simulation.after(tide % 45, self.leave, ship)

    def leave(self, ship):
        self.berths.release()
        self.done[ship.kind] += 1
        self.time[ship.kind] += self.simulation.now - ship.arrived


def main():
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    for berths, cranes in ((4, 3), (5, 4), (6, 4)):
        simulation = Simulation()
        harbour = Harbour(simulation, berths, cranes, 42)
        simulation.at(0, harbour.arrive)
        simulation.run(days * 1440)
        print(f"{berths} berths, {cranes} cranes: {simulation.count} events, {harbour.numbers} ships,"
              f" {harbour.unloaded} unloaded, longest queue {harbour.berths.longest}")
        for kind, n in harbour.done.items():
            print(f"    {kind}: {n} left after {harbour.time[kind] / max(1, n):.3f} minutes each")


if __name__ == "__main__":
    main()
