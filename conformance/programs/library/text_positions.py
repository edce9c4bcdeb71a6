# must-compile: positions, check
"""Positions in text files: tell() and seek() within chunks that split characters and line ends; byte order marks."""

import io
import os
import tempfile

TEXT = "aé€😀b\r\nüx\n\ny\r€€" * 3


def opened(data, encoding, newline, chunk):
    file = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline=newline)
    file._CHUNK_SIZE = chunk
    return file


def positions(file, step):
    """The text, read in steps, and where each step began: (characters, position)."""
    found, text = [], ""
    while True:
        found.append((len(text), file.tell()))
        part = file.read(step)
        if not part:
            return text, found
        text += part


def check(data, encoding, newline, chunk):
    whole = opened(data, encoding, newline, chunk).read()
    for step in 1, 3, 7:
        file = opened(data, encoding, newline, chunk)
        text, found = positions(file, step)
        if text != whole:
            return "another text"
        for at, position in reversed(found):
            file.seek(position)
            if file.read(2) != whole[at:at + 2]:
                return f"a wrong position of {at}"
            again = file.tell()
            if file.read() != whole[at + 2:]:
                return f"wrong after {at}"
            file.seek(again)
            if file.read() != whole[at + 2:]:
                return f"a wrong position after {at}"
    return "good"


for encoding in "utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "utf-7", "cp1252", "ascii":
    data = TEXT.encode(encoding, "replace")
    print(encoding, {check(data, encoding, newline, chunk) for newline in (None, "", "\n") for chunk in (1, 2, 3, 5, 64)})

# A character at the border of a chunk of the usual size; and a file whose lines end in two bytes.
for size in 8191, 8192, 65535, 65536:
    file = io.TextIOWrapper(io.BytesIO(("a" * size + "€é\r\nb€").encode()), encoding="utf-8")
    print(len(file.read(size)), file.tell(), file.read(2), file.tell(), file.read(1) == "\n", file.tell(), file.read())
file = io.TextIOWrapper(io.BytesIO(b"line\r\n" * 30000), encoding="utf-8")
told = []
while file.readline():
    told.append(file.tell())
print(told == list(range(6, 180001, 6)))
file.seek(told[20000])
print(file.readline() == "line\n", file.tell())

for cookie in -1, -2**70:
    try:
        file.seek(cookie)
    except ValueError as e:
        print(e)

path = os.path.join(tempfile.mkdtemp(), "text")
for encoding in "utf-16", "utf-8-sig", "utf-32", "utf-8":
    with open(path, "w", encoding=encoding) as f:
        f.write("ab")
        f.seek(0)
        f.write("c")
    print(encoding, open(path, "rb").read())
    with open(path, "a", encoding=encoding) as f:
        f.write("d")
    print(open(path, "rb").read())
    with open(path, "r+", encoding=encoding) as f:
        print(f.read(1), f.tell())
        f.seek(0, 2)
        f.write("e")
        f.seek(0)
        print(f.read())
    with open(path, "w+", encoding=encoding) as f:
        f.write("abc\n")
        told = f.tell()
        f.write("xyz")
        f.seek(told)
        f.write("Q")
        f.seek(told)
        print(f.read(), told)
        f.seek(0)
        print(f.read())
os.unlink(path)
os.rmdir(os.path.dirname(path))
