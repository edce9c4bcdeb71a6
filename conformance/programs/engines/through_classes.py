# modes: stress
# must-compile: f, g
# Attributes found through classes, built-in methods called through object, fields of frozen dataclasses, class patterns,
# equality that is identity, slices and formats: what compiled code and the runtime have short ways for.

from dataclasses import dataclass
from enum import Enum
class K(Enum):
    A=1
    B=2
@dataclass(frozen=True)
class T:
    a: object
    b: int
    c: str
class Base:
    Z=5
    F=1.5
    def m(self): return 3
    @staticmethod
    def st(x): return x+1
    @classmethod
    def cm(cls, x): return x+2
def f(n):
    t = 0
    for i in range(n):
        x=T(K.A if i%2 else K.B, i, "x")
        if x.a is K.A: t+=x.b
        if x.a == K.B: t+=1
        if x.a != K.B: t+=2
        t+=Base.m(x)+Base.Z+int(Base.F)+Base.st(1)+Base.cm(2)
        match x:
            case T(a=K.A, b=b): t+=b
            case T(a=K.B): t-=1
        s="abcdef"[i%7-3:i%5]
        t+=len(s)+("c" in s)+len(f"{x.c}{x.a}")
    return t
print(f(3000))
Base.Z=7
Base.m=lambda self: 4
print(f(3000))
try: T(1,2,3).a=4
except Exception as e: print(type(e), e)
class E(T): 
    def __eq__(self,o): return True
    __hash__=None
def g():
    return [E(1,2,"x")==K.A, K.A==E(1,2,3), K.A!=K.B, K.A==K.A, object()==object()]
for i in range(500): r=g()
print(r)
print("abc"[-10:2], "abc"[2:1], "abc"[-1:10**18], "abc"[-10**18:2], float("1.5"), float(" 2 "))
try: float("x")
except ValueError as e: print(e)
class N: 
    __eq__=None
try: print(N()==N())
except TypeError as e: print(e)
class W:
    def __str__(self): return "W!"
    def __format__(self, s): return "F"+s
class V:
    def __str__(self): return "V!"
print(f"{W()} {V()} {V()!r:.3} {W():x}")
print(next(iter([1])), next((i for i in range(3))), next((i for i in ()), 7))
try: next(5)
except TypeError as e: print(e)
