# modes: stress
# must-compile: work
# queue.SimpleQueue and queue.Queue between threads.
import queue
import threading

q = queue.SimpleQueue()
print(q.empty(), q.qsize())
for wrong in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1), lambda: q.get(False)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
for i in range(5):
    q.put(i)
print([q.get() for _ in range(3)], q.qsize())
print(queue.SimpleQueue[int])


def work(todo, done):
    while (item := todo.get()) is not None:
        done.put(item * item)


todo, done = queue.SimpleQueue(), queue.Queue()
threads = [threading.Thread(target=work, args=(todo, done)) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(200):
    todo.put(i)
for _ in threads:
    todo.put(None)
for thread in threads:
    thread.join()
print(sorted(done.get() for _ in range(200)) == [i * i for i in range(200)], done.empty())
