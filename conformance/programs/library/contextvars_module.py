# modes: stress
# must-compile: attempt, change, child, main
import asyncio
import contextvars

v = contextvars.ContextVar("v", default=0)
n = contextvars.ContextVar("n")


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {str(e).split(' at 0x')[0]}"


print(v.get(), attempt(n.get), n.get("d"), v.name)
t = v.set(5)
print(v.get(), t.old_value is contextvars.Token.MISSING, t.var is v, v.reset(t), v.get(), attempt(v.reset, t))
with v.set(9):
    print(v.get())
print(v.get())
c = contextvars.copy_context()


def change():
    v.set(100)
    return v.get()


print(c.run(change), v.get(), c[v], v in c, n in c, len(c) >= 1, list(c) == [v], c.get(n), attempt(lambda: c[n]), attempt(c.run, lambda: c.run(int)), c.copy()[v], attempt(contextvars.ContextVar), attempt(contextvars.ContextVar, 5))


async def child(x):
    v.set(x)
    await asyncio.sleep(0)
    return v.get()


async def main():
    v.set(1)
    out = await asyncio.gather(*(child(i * 10) for i in range(4)))
    t = asyncio.create_task(child(7), context=contextvars.copy_context())
    return out, v.get(), await t, await child(3), v.get()


print(asyncio.run(main()), v.get())


def hot():
    total = 0
    for i in range(300):
        t = v.set(i)
        total += v.get()
        v.reset(t)
    return total


for _ in range(20):
    hot()
print(hot())
