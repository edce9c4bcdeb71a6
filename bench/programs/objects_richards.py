# family: objects
# checksum: 20922699542
# must-compile: Scheduler.run, Worker.step, Handler.step, Device.step
"""An operating system in small: tasks of several classes pass packets through queues under a scheduler."""

from harness import run

ROUNDS = 9000


class Packet:
    __slots__ = ("link", "owner", "kind", "value", "data")

    def __init__(self, owner, kind):
        self.link = None
        self.owner = owner
        self.kind = kind
        self.value = 0
        self.data = [0, 0, 0, 0]

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


WORK = 0
DEVICE = 1


class Task:
    def __init__(self, scheduler, number, priority):
        self.scheduler = scheduler
        self.number = number
        self.priority = priority
        self.input = None
        self.waiting = False
        self.held = False
        scheduler.add(self)

    def accept(self, packet):
        self.input = packet.append_to(self.input)
        self.waiting = False

    def take(self):
        packet = self.input
        self.input = packet.link
        packet.link = None
        return packet

    def ready(self):
        return not self.held and (not self.waiting or self.input is not None)

    def step(self):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, scheduler, number, rounds):
        super().__init__(scheduler, number, 0)
        self.rounds = rounds
        self.control = 1

    def step(self):
        self.rounds -= 1
        if self.rounds <= 0:
            self.held = True
            return
        if self.control & 1 == 0:
            self.control //= 2
            self.scheduler.release(3)
        else:
            self.control = (self.control // 2) ^ 0xD008
            self.scheduler.release(4)


class Worker(Task):
    def __init__(self, scheduler, number, handlers):
        super().__init__(scheduler, number, 10)
        self.handlers = handlers
        self.turn = 0
        self.letter = 0

    def step(self):
        if self.input is None:
            self.waiting = True
            return
        packet = self.take()
        self.turn = 1 - self.turn
        packet.owner = self.number
        packet.value = 0
        data = packet.data
        for i in range(len(data)):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            data[i] = 64 + self.letter
        self.scheduler.send(self.handlers[self.turn], packet)


class Handler(Task):
    def __init__(self, scheduler, number, device):
        super().__init__(scheduler, number, 20)
        self.device = device
        self.work = None
        self.answers = None

    def step(self):
        while self.input is not None:
            packet = self.take()
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.answers = packet.append_to(self.answers)
        work = self.work
        if work is not None:
            if work.value >= len(work.data):
                self.work = work.link
                work.link = None
                self.scheduler.send(work.owner, work)
                return
            if self.answers is not None:
                answer = self.answers
                self.answers = answer.link
                answer.link = None
                answer.value = work.data[work.value]
                answer.owner = self.number
                work.value += 1
                self.scheduler.send(self.device, answer)
                return
        self.waiting = True


class Device(Task):
    def __init__(self, scheduler, number):
        super().__init__(scheduler, number, 30)
        self.pending = None

    def step(self):
        if self.pending is None:
            if self.input is None:
                self.waiting = True
                return
            self.pending = self.take()
            self.scheduler.written += self.pending.value
            self.held = True
            return
        packet = self.pending
        self.pending = None
        self.scheduler.send(packet.owner, packet)


class Scheduler:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.sent = 0
        self.steps = 0
        self.written = 0

    def add(self, task):
        self.tasks[task.number] = task
        self.order.append(task)
        self.order.sort(key=lambda t: -t.priority)

    def send(self, number, packet):
        self.sent += 1
        self.tasks[number].accept(packet)

    def release(self, number):
        self.tasks[number].held = False

    def run(self):
        while True:
            for task in self.order:
                if task.ready():
                    self.steps += 1
                    task.step()
                    break
            else:
                return


def unit():
    scheduler = Scheduler()
    Idle(scheduler, 0, ROUNDS)
    worker = Worker(scheduler, 1, [5, 6])
    Device(scheduler, 3)
    Device(scheduler, 4)
    first = Handler(scheduler, 5, 3)
    second = Handler(scheduler, 6, 4)
    for _ in range(2):
        worker.accept(Packet(1, WORK))
    for handler, device in ((first, 3), (second, 4)):
        for _ in range(3):
            handler.accept(Packet(device, DEVICE))
    scheduler.run()
    return scheduler.sent * 1000000 + scheduler.steps + scheduler.written


run(unit)
