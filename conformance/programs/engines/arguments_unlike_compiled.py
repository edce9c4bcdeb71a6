# modes: stress
# must-compile: Record.checked, Record.put, Record.count
# A method compiled for ints is called with other arguments, more than three of them, from a place that knows it.


class Record:
    def checked(self, name, value, low, high):
        total = 0
        for k in range(3):
            total += k
        if low != "least" and value < low or high != "most" and value > high:
            raise ValueError("%s: %s" % (name, value))
        self.__dict__[name] = value + total
        return total

    def put(self, name, value):
        if name == "a":
            return self.checked(name, value, 1, 9)
        if name == "b":
            return self.checked(name, value, "least", 9)
        return self.checked(name, value, 1, "most")

    def count(self, n):
        done = 0
        for i in range(n):
            try:
                done += self.put("abc"[i % 3], i)
            except ValueError as e:
                done -= len(str(e))
        return done


r = Record()
print([r.count(n) for n in range(40)], r.__dict__)
try:
    r.checked("a", 5, 1.5, "x")
except TypeError as e:
    print(e)
