# must-compile: hot, f2
import sys, threading
ev=[]
def t(frame, event, arg):
    ev.append((frame.f_code.co_name, event, frame.f_lineno)); return t
def f(x):
    y = [i for i in range(x)]
    while x:
        x -= 1
    return y
sys.settrace(t); f(2); sys.settrace(None)
for e in ev: print(e)
ev.clear()
def hot():
    n = 0
    for i in range(3000): n += f2(i)
    return n
def f2(i): return i
hot(); hot()
p=[]
def prof(frame, event, arg):
    p.append((event, frame.f_code.co_name, getattr(arg,'__name__',None)))
sys.setprofile(prof); len([]); "a".upper(); hot.__name__; 
try: int("x"); 
except ValueError: pass
try: [].pop()
except IndexError: pass
sys.setprofile(None)
print(p)
def bad(frame, event, arg): raise KeyError("bad")
sys.settrace(bad)
try: f(1)
except KeyError as e: print("KeyError", e, sys.gettrace())
M = sys.monitoring
M.use_tool_id(3, "mine")
E = M.events
log=[]
M.register_callback(3, E.PY_START, lambda c,o: log.append(("start", c.co_name)))
M.register_callback(3, E.LINE, lambda c,l: (log.append(("line", c.co_name, l)), M.DISABLE)[1])
M.register_callback(3, E.PY_RETURN, lambda c,o,v: log.append(("ret", c.co_name, v)))
M.register_callback(3, E.CALL, lambda c,o,f,a: log.append(("call", c.co_name, getattr(f,'__name__',f), a is M.MISSING)))
M.set_events(3, E.PY_START|E.LINE|E.PY_RETURN|E.CALL)
f2(5); f2(6)
M.set_events(3, 0)
print([x for x in log if x[1] in ("f2",)]); print([x for x in log if x[0]=='call'])
M.free_tool_id(3)
hot()
th=[]
def tt(frame, event, arg):
    th.append(event); return tt
threading.settrace(tt)
q=threading.Thread(target=f2,args=(1,)); q.start(); q.join()
threading.settrace(None)
print(th.count("call")>=1, "ok")
