class A:
    def m(self):
        return [self.n(i) for i in range(3)]
    def n(self, i):
        return (lambda: i / (i - 1))()
A().m()
