# must-compile: <module>
cases = """
x = (1, 2
x = [1, 2
x = {1: 2
x = 1)
x = (1]
'unterminated
"unterminated
'''never closed
f'{x'
f'{x!z}'
f'{x:{y'
f'{}'
f'{!r}'
f'{x = !}'
f'{*a}'
f'{lambda x: 1}'
b'é'
0b12
0o8
0xg
1__0
1_
012
1.2.3
1e
1abc
0x
x = 5 6
a b
print 1
print "x"
exec "x"
if x = 1: pass
if x
while x
for x in y
for x y
def f()
def f:
class C
class C(:
with x
try
else: pass
elif x: pass
except: pass
finally: pass
try: pass
import
import a.
from a
from a import
from a import (b
from . import *x
from a import b,
import a as b.c
import a as 1
return
lambda
lambda x
x = lambda: (yield) = 1
del
del f()
del 1
del (a, 1)
del a + b
global
nonlocal
assert
raise from x
pass 1
break 1
continue x
@
@x
async
async x
await
async def f
yield = 1
""".strip("\n").split("\n")
for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
        print(repr(case), "compiles")
    except SyntaxError as e:
        print(repr(case), "->", type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
