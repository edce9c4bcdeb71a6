# timeout: 90
# must-compile: <module>
import subprocess
import sys
import os

programs = {
    "simple.py": "def f(x):\n    return 1 / x\n\nprint('before')\nf(0)\n",
    "chain.py": "try:\n    int('x')\nexcept ValueError as e:\n    raise RuntimeError('bad') from e\n",
    "context.py": "try:\n    {}['k']\nexcept KeyError:\n    undefined_name\n",
    "syntax.py": "x = 1\ndef f(:\n    pass\n",
    "indent.py": "if True:\nprint(1)\n",
    "nested.py": "class A:\n    def m(self):\n        return [self.n(i) for i in range(3)]\n    def n(self, i):\n        return (lambda: i / (i - 1))()\nA().m()\n",
    "notes.py": "e = ValueError('v')\ne.add_note('a note')\nraise e\n",
    "group.py": "raise ExceptionGroup('g', [ValueError('a'), TypeError('b')])\n",
    "recursion.py": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "unicode.py": "s = 'é' + 'ü' * 2 + 1 + 'x'\n",
    "multi.py": "x = {'a': 1}\nprint(x['a'] +\n      x['b'] +\n      x['c'])\n",
    "calls.py": "def f(a, b): pass\nf(1,\n  2,\n  c=3)\n",
    "thread.py": "import threading\nt = threading.Thread(target=lambda: 1 / 0, name='T')\nt.start()\nt.join()\nprint('main goes on')\n",
    "custom.py": "import sys\nsys.excepthook = lambda t, v, tb: print('hook', t, v)\nraise KeyError('k')\n",
    "suggest.py": "import sys\nsys.exti()\n",
    "del_error.py": "class C:\n    def __repr__(self):\n        raise ValueError\nraise Exception(C())\n",
    "gen.py": "def g():\n    yield 1\n    raise ValueError('in gen')\nfor x in g():\n    print(x)\n",
    "assertion.py": "x = 1\nassert x == 2, f'x is {x}'\n",
    "attr.py": "a = None\na.b.c\n",
    "index.py": "m = [[1]]\nm[0][5][2] + 1\n",
}
for name, text in programs.items():
    with open(name, "w") as f:
        f.write(text)
    r = subprocess.run([sys.executable, name], capture_output=True, text=True)
    print("==", name, r.returncode, r.stdout.strip())
    shown = r.stderr.replace(os.getcwd(), "HERE")
    if name == "thread.py":
        shown = shown.splitlines()[0] + " ... " + shown.splitlines()[-1]
    print(shown)
