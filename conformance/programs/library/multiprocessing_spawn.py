# must-compile: <module>
# Processes, locks, queues and pools of multiprocessing, by its start method spawn.
import multiprocessing as mp
import os


def f(x): return x*x


def g(q, l):
    with l: q.put(os.getpid() != 0)


if __name__ == '__main__':
    ctx=mp.get_context('spawn')
    l=ctx.Lock(); r=ctx.RLock(); s=ctx.Semaphore(2)
    print(l, l.acquire(), l.acquire(timeout=0.05), l.release(), r.acquire(), r.acquire(), r.release(), r.release())
    try: l.release()
    except ValueError as e: print(e)
    try: r.release()
    except AssertionError as e: print(e)
    print(s.get_value(), s.acquire(), s.acquire(), s.acquire(False), s)
    q=ctx.Queue()
    ps=[ctx.Process(target=g,args=(q,l)) for i in range(2)]
    for p in ps: p.start()
    print([q.get(timeout=30) for p in ps])
    for p in ps: p.join(); print(p.exitcode)
    with ctx.Pool(2) as pool: print(pool.map(f, range(10)))
