class C(Base, metaclass=M):
    """Doc."""
    x: int = 1
    if x:
        y: str

    def method(self, *args):
        super().method(*args, **self.kw)
        self.a = self.b[1:2] = self.c
        self.d += 1
        del self.e, self.f[0]
        return __class__


class G[T: int, *U, **P = [int]](C):
    z = [T for q in r]


type A[V] = list[V]
