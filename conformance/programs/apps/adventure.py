# modes: stress
# must-compile: Game.command, Game.room, Game.look, Game.go
"""A text adventure played from a script: a table of commands, a world of dicts, saving and restoring by pickle."""
import pickle
import shlex
import textwrap

WORLD = {
    "hall": {"exits": {"north": "library", "down": "cellar"}, "items": ["lamp"], "text": "A wide hall. " * 3},
    "library": {"exits": {"south": "hall"}, "items": ["book", "old key"], "text": "Books, books, books."},
    "cellar": {"exits": {"up": "hall", "east": "vault"}, "items": [], "text": "Dark and damp.", "dark": True},
    "vault": {"exits": {"west": "cellar"}, "items": ["gold"], "text": "Something glitters.", "locked": "old key"},
}


class GameOver(Exception):
    pass


class Game:
    commands = {}

    def __init__(self):
        self.place, self.bag, self.lit, self.moves = "hall", [], False, 0
        self.rooms = {name: {**room, "items": list(room["items"])} for name, room in WORLD.items()}

    def command(*names, table=commands):
        def register(f):
            for name in names:
                table[name] = f
            return f
        return register

    @property
    def room(self):
        return self.rooms[self.place]

    @command("look", "l")
    def look(self):
        """Says what is here."""
        if self.room.get("dark") and not self.lit:
            return "It is dark."
        text = textwrap.fill(self.room["text"].strip(), 30, subsequent_indent="  ")
        return f"{text}\nItems: {', '.join(self.room['items']) or 'none'}; exits: {', '.join(self.room['exits'])}"

    @command("go", "north", "south", "east", "west", "up", "down")
    def go(self, where):
        """Leaves the room."""
        target = self.room["exits"].get(where)
        if target is None:
            return f"No way {where}."
        if (key := self.rooms[target].get("locked")) and key not in self.bag:
            return f"Locked. You need the {key}."
        self.place = target
        return self.look()

    @command("take")
    def take(self, *what):
        name = " ".join(what)
        try:
            self.room["items"].remove(name)
        except ValueError:
            return f"No {name!r} here."
        self.bag.append(name)
        return f"Taken: {name}."

    @command("light")
    def light(self, what="lamp"):
        if what not in self.bag:
            return "You have none."
        self.lit = not self.lit
        return f"The {what} is {'on' if self.lit else 'off'}."

    @command("bag", "i")
    def inventory(self):
        return "You carry " + (" and ".join(self.bag) if self.bag else "nothing")

    @command("help")
    def help(self):
        return "\n".join(sorted(f"{n}: {f.__doc__}" for n, f in self.commands.items() if f.__doc__))

    @command("quit")
    def quit(self):
        raise GameOver(f"after {self.moves} moves with {len(self.bag)} items")

    del command

    def play(self, line):
        self.moves += 1
        verb, *args = shlex.split(line)
        f = self.commands.get(verb)
        if f is None:
            return f"I do not know {verb!r}."
        if f is Game.go and verb != "go":
            args = [verb]
        try:
            return f(self, *args)
        except TypeError as e:
            return f"Usage? {e}"


game = Game()
saved = None
for line in """look
north
take 'old key'
take sword
south
go
down
look
up
take lamp
light
down
east
take gold
i
dance
help
go nowhere
bag""".splitlines():
    print(">", line)
    print(game.play(line))
    if line == "east":
        saved = pickle.dumps(game)
other = pickle.loads(saved)
print(other.place, other.bag, other.moves, other.play("take gold"), other.bag == game.bag, other.rooms == game.rooms)
try:
    game.play("quit")
except GameOver as e:
    print("over", e)
try:
    game.play("take 'unclosed")
except ValueError as e:
    print(type(e).__name__, e)
