# must-compile: attempt, server
import errno
import os
import select
import selectors
import socket
import threading


def attempt(f, *a):
    try:
        return f(*a)
    except OSError as e:
        return f"{type(e).__name__} {errno.errorcode.get(e.errno)}"


a, b = socket.socketpair()
a.sendall(b"hello")
print(b.recv(3), b.recv(10), a.send(b"xy"), b.recv_into(buf := bytearray(5)), bytes(buf), a.fileno() > 0, a.family.name, a.type.name)
b.setblocking(False)
print(attempt(b.recv, 1), b.getblocking(), b.gettimeout())
b.settimeout(0.01)
print(attempt(b.recv, 1))
a.close()
b.settimeout(None)
print(b.recv(5), b.close(), attempt(b.recv, 1))
s = socket.create_server(("127.0.0.1", 0))
port = s.getsockname()[1]
got = []


def server():
    c, addr = s.accept()
    with c:
        f = c.makefile("rwb")
        for line in f:
            got.append(line)
            f.write(line.upper())
            f.flush()


t = threading.Thread(target=server)
t.start()
with socket.create_connection(("127.0.0.1", port)) as c:
    c.sendall(b"one\ntwo\n")
    f = c.makefile("r")
    print(f.readline(), f.readline(), c.getpeername()[1] == port, c.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
    c.shutdown(socket.SHUT_WR)
    f.close()
t.join()
s.close()
print(got, attempt(socket.create_connection, ("127.0.0.1", 1)))
u, v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
v.sendto(b"datagram", u.getsockname())
print(u.recvfrom(100)[0])
u.close()
v.close()
r, w = os.pipe()
print(select.select([r], [w], [], 0)[1] == [w], select.select([r], [], [], 0.01))
os.write(w, b"x")
p = select.poll()
p.register(r, select.POLLIN)
print(select.select([r], [], [], 1)[0] == [r], [(fd == r, e) for fd, e in p.poll(100)], p.unregister(r), p.poll(1))
ep = select.epoll()
ep.register(r, select.EPOLLIN)
print([(fd == r, e) for fd, e in ep.poll(1)], ep.modify(r, 0), ep.poll(0), ep.unregister(r), ep.close(), ep.closed)
sel = selectors.DefaultSelector()
sel.register(r, selectors.EVENT_READ, "data")
print([(k.data, e) for k, e in sel.select(1)], len(sel.get_map()), sel.unregister(r).data, sel.close())
os.close(r)
print(attempt(os.write, w, b"x"))
os.close(w)
print(attempt(os.close, w), errno.ENOENT, errno.errorcode[13], os.strerror(errno.EPIPE), socket.gethostbyname("127.0.0.1"), socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.htons(1), socket.inet_pton(socket.AF_INET6, "::1")[-1], socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4])
