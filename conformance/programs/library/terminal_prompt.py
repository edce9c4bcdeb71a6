# must-compile: session, session.<locals>.line, session.<locals>.until
# The interactive prompt on a terminal: lines are edited, results printed, errors shown; and what termios says of it.
import os
import re
import select
import subprocess
import sys
import termios
import time

master, slave = os.openpty()
print(os.isatty(master), os.isatty(slave), os.ttyname(slave).startswith("/dev/"), os.get_inheritable(slave))
termios.tcsetwinsize(slave, (40, 100))
print(termios.tcgetwinsize(slave), os.get_terminal_size(slave))
mode = termios.tcgetattr(slave)
print(len(mode), len(mode[6]), mode[6][termios.VINTR], bool(mode[3] & termios.ECHO))
mode[3] &= ~(termios.ICANON | termios.ECHO)
termios.tcsetattr(slave, termios.TCSANOW, mode)
now = termios.tcgetattr(slave)
print(now[6][termios.VMIN], now[6][termios.VTIME], bool(now[3] & termios.ECHO))
mode[3] |= termios.ICANON | termios.ECHO
termios.tcsetattr(slave, termios.TCSADRAIN, mode)
for wrong in ((slave, 0, []), (slave, 0, [0] * 7), ("x", 0, mode), (-1, 0, mode)):
    try:
        termios.tcsetattr(*wrong)
    except (TypeError, ValueError, termios.error) as e:
        print(type(e).__module__, type(e).__name__, e)
read_end, write_end = os.pipe()
try:
    termios.tcgetattr(read_end)
except termios.error as e:
    print(e.args)


def session(environment):
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | environment
    child = subprocess.Popen([sys.executable, "-q", "-E" if "PYTHON_BASIC_REPL" not in environment else "-q"],
                             stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
    seen = ""

    def until(text, timeout=60):
        nonlocal seen
        end = time.monotonic() + timeout
        while text not in seen:
            if not select.select([master], [], [], max(0, end - time.monotonic()))[0]:
                sys.exit("no " + repr(text) + " in " + repr(seen))
            seen += re.sub(r"\x1b[\[(]?[0-9;?]*[a-zA-Z=>]", "", os.read(master, 65536).decode())
        seen = seen.partition(text)[2]

    def line(keys, answer):
        os.write(master, keys)
        until(answer)
        print("got", answer)
        until(">>> ")

    until(">>> ")
    line(b"'%d' % (6 * 7) + 'x'\r", "42x")
    line(b"'q' * 3\r", "qqq")
    if "PYTHON_BASIC_REPL" not in environment:
        line(b"\x10\x7f4\r", "qqqq")
    line(b"1/0\r", "ZeroDivisionError: division by zero")
    line(b"_ + '!'\r", "!")
    os.write(master, b"exit(3)\r")
    print(child.wait(60))


session({"TERM": "xterm", "HOME": "/nonexistent", "NO_COLOR": "1"})
session({"TERM": "xterm", "HOME": "/nonexistent", "PYTHON_BASIC_REPL": "1"})
