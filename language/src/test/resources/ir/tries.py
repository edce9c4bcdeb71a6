def handlers(x):
    try:
        x = f()
    except (A, B) as e:
        return g(e)
    except C:
        pass
    else:
        return x
    finally:
        done()
    with open(x) as a, b:
        return a
    try:
        pass
    except* D as d:
        print(d)


async def asynchronous(x):
    async with x as y:
        async for z in y:
            await z
    return [w async for w in x]


async def generator():
    yield 1


def delegating():
    x = yield from g()
    y = yield
