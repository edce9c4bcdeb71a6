# must-compile: handle, tcp, many, unix
import asyncio
import os
import socket
import sys
import tempfile


async def handle(reader, writer):
    while line := await reader.readline():
        if line == b"quit\n":
            break
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()


async def tcp():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    out = []
    for i in range(3):
        writer.write(f"line {i}\n".encode())
        out.append(await reader.readline())
    writer.write(b"quit\n")
    out.append(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(out)


async def many():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    async def client(k):
        r, w = await asyncio.open_connection("127.0.0.1", port)
        w.write(b"x" * 1000 * k + b"\n")
        n = len(await r.readline())
        w.write(b"quit\n")
        w.close()
        return n
    print(await asyncio.gather(*(client(k) for k in range(5))))
    server.close()


async def unix():
    path = os.path.join(tempfile.mkdtemp(), "sock")
    server = await asyncio.start_unix_server(handle, path)
    r, w = await asyncio.open_unix_connection(path)
    w.write(b"unix\nquit\n")
    print(await r.read())
    w.close()
    server.close()


async def pipes():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    await loop.sock_sendall(a, b"over a pair")
    print(await loop.sock_recv(b, 100))
    a.close()
    b.close()
    r, w = os.pipe()
    got = loop.create_future()
    loop.add_reader(r, lambda: got.done() or got.set_result(os.read(r, 10)))
    os.write(w, b"piped")
    print(await got, loop.remove_reader(r))
    os.close(r)
    os.close(w)
    p = await asyncio.create_subprocess_exec("/bin/sh", "-c", "cat; echo done; exit 3", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, _ = await p.communicate(b"to the child\n")
    print(out, p.returncode)


async def errors():
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except OSError as e:
        print(type(e).__name__)
    r = asyncio.StreamReader()
    r.feed_data(b"abc\ndef")
    r.feed_eof()
    print(await r.readuntil(b"\n"), await r.readexactly(2))
    try:
        await r.readexactly(5)
    except asyncio.IncompleteReadError as e:
        print(e.partial, e.expected)


for f in (tcp, many, unix, pipes, errors):
    asyncio.run(f())
