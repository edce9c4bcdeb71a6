"""An index of the words of a text: where each occurs, which are frequent, which lines hold several of them.

    wordindex.py [MEGABYTES [FILE]]        (20, and a file of that size made under the temporary folder)

The text is generated once, from a fixed seed, and kept for the next run.
"""

import os
import sys
import tempfile

PUNCTUATION = ".,;:!?()\"'"


def generate(path, size):
    """Writes `size` bytes of text whose word frequencies fall off as those of a language do."""
    state = 20141
    syllables = ["ka", "lo", "mi", "ten", "ra", "su", "vel", "do", "pri", "an", "es", "qu", "or", "th", "ing", "wa"]
    words = []
    for i in range(4000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        word = "".join(syllables[(state >> (4 * k)) & 15] for k in range(1 + (state >> 20) % 4))
        words.append(word)
    written = 0
    with open(path, "w", encoding="utf-8") as out:
        while written < size:
            line = []
            for k in range(11):
                state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                r = (state >> 7) % 4000
                word = words[r * r // 4000 * (state >> 19 & 7) // 7]
                if k == 0:
                    word = word.capitalize()
                elif state >> 11 & 31 == 0:
                    word += ","
                line.append(word)
            text = " ".join(line) + ".\n"
            out.write(text)
            written += len(text)


def build(path):
    """An index of words to the rising numbers of their lines, and how often each pair of words stands together."""
    index = {}
    pairs = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            before = None
            for word in line.split():
                word = word.strip(PUNCTUATION).lower()
                places = index.get(word)
                if places is None:
                    index[word] = [number]
                elif places[-1] != number:
                    places.append(number)
                if before is not None:
                    pair = (before, word)
                    pairs[pair] = pairs.get(pair, 0) + 1
                before = word
    return index, pairs


def common(a, b):
    """The numbers that two rising lists share."""
    result = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            result.append(a[i])
            i += 1
            j += 1
        elif a[i] < b[j]:
            i += 1
        else:
            j += 1
    return result


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    if len(sys.argv) > 2:
        path = sys.argv[2]
    else:
        path = os.path.join(tempfile.gettempdir(), f"adder-words-{megabytes:g}.txt")
    if not os.path.exists(path):
        part = f"{path}.{os.getpid()}"
        generate(part, int(megabytes * 1000000))
        os.replace(part, path)
    index, pairs = build(path)
    print("words", len(index), "entries", sum(map(len, index.values())))
    frequent = sorted(index, key=lambda word: (-len(index[word]), word))
    for word in frequent[:10]:
        print(f"{len(index[word]):8} {word}  first {index[word][0]}  last {index[word][-1]}")
    together = sorted(pairs.items(), key=lambda entry: (-entry[1], entry[0]))
    print("pairs", len(pairs), together[:3])
    rare = [word for word in frequent if len(index[word]) <= 3]
    print("rare", len(rare), rare[:5])
    for a, b in zip(frequent[20:26], frequent[26:32]):
        both = common(index[a], index[b])
        print(a, "and", b, len(both), both[:5])


if __name__ == "__main__":
    main()
