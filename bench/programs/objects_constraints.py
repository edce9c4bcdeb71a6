# family: objects
# checksum: 987439876
# must-compile: Planner.plan, Scale.execute, Equal.execute, Constraint.satisfied
"""One-way constraints between variables: chains of equalities and scalings, planned once and executed for many inputs."""

from harness import run

LENGTH = 60
INPUTS = 600


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0

    def add(self, constraint):
        self.constraints.append(constraint)


class Constraint:
    strength = 0

    def __init__(self, *variables):
        self.variables = variables
        self.output = None
        for variable in variables:
            variable.add(self)

    def satisfied(self):
        return self.output is not None

    def choose(self, mark):
        """Picks the variable that this constraint computes: one not yet determined in this round."""
        for variable in reversed(self.variables):
            if variable.mark != mark:
                self.output = variable
                variable.determined_by = self
                return variable
        return None

    def execute(self):
        raise NotImplementedError


class Equal(Constraint):
    strength = 1

    def execute(self):
        a, b = self.variables
        if self.output is b:
            b.value = a.value
        else:
            a.value = b.value


class Scale(Constraint):
    strength = 2

    def __init__(self, source, scale, offset, target):
        super().__init__(source, target)
        self.scale = scale
        self.offset = offset

    def execute(self):
        source, target = self.variables
        if self.output is target:
            target.value = source.value * self.scale.value + self.offset.value
        else:
            source.value = (target.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.mark = 0

    def plan(self, start):
        """The constraints to execute, in order, when `start` changes."""
        self.mark += 1
        mark = self.mark
        start.mark = mark
        found = []
        todo = [start]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if constraint.satisfied() and constraint.output.mark == mark:
                    continue
                output = constraint.choose(mark)
                if output is not None:
                    output.mark = mark
                    found.append(constraint)
                    todo.append(output)
        return found


def chain(length):
    scale = Variable("scale", 3)
    offset = Variable("offset", 7)
    variables = [Variable("v%d" % i, i) for i in range(length)]
    for i in range(length - 1):
        if i % 3 == 0:
            Scale(variables[i], scale, offset, variables[i + 1])
        else:
            Equal(variables[i], variables[i + 1])
    return variables


def unit():
    total = 0
    planner = Planner()
    for repeat in range(3):
        variables = chain(LENGTH)
        for start in (variables[0], variables[-1]):
            plan = planner.plan(start)
            for k in range(INPUTS):
                start.value = k + repeat
                for constraint in plan:
                    constraint.execute()
                total = (total * 31 + sum([v.value % 1000 for v in variables])) % 1000000007
    return total


run(unit)
