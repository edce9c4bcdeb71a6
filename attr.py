a = None
a.b.c
