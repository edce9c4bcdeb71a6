class C:
    def __repr__(self):
        raise ValueError
raise Exception(C())
