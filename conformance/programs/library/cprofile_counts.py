# must-compile: main
import cProfile, pstats, io
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
def main():
    for i in range(3): fib(10)
    return sorted([3,1,2]), "a".join(["x"]*3)
pr = cProfile.Profile()
pr.enable(); main(); pr.disable()
st = sorted((k[2], v[0], v[1]) for k, v in pstats.Stats(pr).stats.items())
for s in st: print(s)
