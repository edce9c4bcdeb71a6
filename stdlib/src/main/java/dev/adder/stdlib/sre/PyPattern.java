package dev.adder.stdlib.sre;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyMappingProxy;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;
import java.util.Arrays;

/** A compiled regular expression: {@code re.Pattern}. Immutable; matching keeps its state elsewhere. */
@PyTypeSpec(name = "Pattern", module = "re")
public final class PyPattern extends PySlotted {

    public static final PyType TYPE =
            PyType.builtinFinal("Pattern", "re", null, new PyPatternTable()).withoutNew().withWeakref();

    private static final String[] FLAG_NAMES = {"re.IGNORECASE", "re.LOCALE", "re.MULTILINE", "re.DOTALL", "re.UNICODE",
        "re.VERBOSE", "re.DEBUG", "re.ASCII"};
    private static final int FIRST_FLAG = 2;
    private static final int FLAG_LOCALE = 4;
    private static final int FLAG_UNICODE = 32;
    private static final int FLAG_ASCII = 256;
    private static final int REPR_LENGTH = 200;

    private final Object pattern;
    private final int flags;
    private final int[] code;
    private final Program program;
    private final PyDict groupIndex;
    private final PyTuple indexGroup;
    /** What it was compiled from: 1 bytes, 0 str, -1 neither. */
    private final int isBytes;

    PyPattern(ThreadState ts, Object pattern, int flags, int[] code, Program program, PyDict groupIndex,
            PyTuple indexGroup) {
        super(TYPE);
        this.pattern = pattern;
        this.flags = flags;
        this.code = code;
        this.program = program;
        this.groupIndex = groupIndex;
        this.indexGroup = groupIndex.size() > 0 ? indexGroup : PyTuple.EMPTY;
        this.isBytes = pattern == PyNone.NONE ? -1 : Subject.of(ts, pattern).isBytes() ? 1 : 0;
    }

    int groups() {
        return program.groups();
    }

    PyDict groupIndex() {
        return groupIndex;
    }

    Object groupName(int group) {
        return group < indexGroup.size() ? indexGroup.item(group) : PyNone.NONE;
    }

    Matcher matcher(ThreadState ts, Subject subject) {
        return program.matcher(subject.text, new ThreadPoll(ts));
    }

    /** The subject for an argument, checked to be of the pattern's kind. */
    private Subject subject(ThreadState ts, Object string) {
        Subject subject = Subject.of(ts, string);
        if (subject.isBytes() && isBytes == 0) {
            throw Errors.typeError("cannot use a string pattern on a bytes-like object");
        }
        if (!subject.isBytes() && isBytes > 0) {
            throw Errors.typeError("cannot use a bytes pattern on a string-like object");
        }
        return subject;
    }

    private static int clamp(long position, int length) {
        return (int) Math.min(Math.max(position, 0), length);
    }

    private Object matchOrNone(boolean found, Subject subject, Matcher matcher, int from, int to) {
        return found ? PyMatch.of(this, subject, matcher, from, to) : PyNone.NONE;
    }

    @PyMethod("match($self, /, string, pos=0, endpos=sys.maxsize)")
    Object match(ThreadState ts, Object string, long pos, long endpos) {
        Subject subject = subject(ts, string);
        int from = clamp(pos, subject.length);
        int to = clamp(endpos, subject.length);
        Matcher matcher = matcher(ts, subject);
        return matchOrNone(matcher.match(from, to, false), subject, matcher, from, to);
    }

    @PyMethod("fullmatch($self, /, string, pos=0, endpos=sys.maxsize)")
    Object fullMatch(ThreadState ts, Object string, long pos, long endpos) {
        Subject subject = subject(ts, string);
        int from = clamp(pos, subject.length);
        int to = clamp(endpos, subject.length);
        Matcher matcher = matcher(ts, subject);
        return matchOrNone(matcher.fullMatch(from, to), subject, matcher, from, to);
    }

    @PyMethod("search($self, /, string, pos=0, endpos=sys.maxsize)")
    Object search(ThreadState ts, Object string, long pos, long endpos) {
        Subject subject = subject(ts, string);
        int from = clamp(pos, subject.length);
        int to = clamp(endpos, subject.length);
        Matcher matcher = matcher(ts, subject);
        return matchOrNone(matcher.search(from, to, false), subject, matcher, from, to);
    }

    @PyMethod("scanner($self, /, string, pos=0, endpos=sys.maxsize)")
    PyScanner scanner(ThreadState ts, Object string, long pos, long endpos) {
        Subject subject = subject(ts, string);
        return new PyScanner(this, subject, clamp(pos, subject.length), clamp(endpos, subject.length));
    }

    @PyMethod("finditer($self, /, string, pos=0, endpos=sys.maxsize)")
    Object findIter(ThreadState ts, Object string, long pos, long endpos) {
        return new MatchIterator(scanner(ts, string, pos, endpos));
    }

    @PyMethod("findall($self, /, string, pos=0, endpos=sys.maxsize)")
    Object findAll(ThreadState ts, Object string, long pos, long endpos) {
        Subject subject = subject(ts, string);
        int to = clamp(endpos, subject.length);
        int from = clamp(pos, subject.length);
        Matcher matcher = matcher(ts, subject);
        PyList found = new PyList();
        boolean mustAdvance = false;
        while (matcher.search(from, to, mustAdvance)) {
            found.append(ts, findAllItem(subject, matcher));
            mustAdvance = matcher.end() == matcher.start();
            from = matcher.end();
        }
        return found;
    }

    private Object findAllItem(Subject subject, Matcher matcher) {
        switch (program.groups()) {
            case 0:
                return subject.slice(matcher.start(), matcher.end());
            case 1:
                return group(subject, matcher, 1, true);
            default:
                Object[] all = new Object[program.groups()];
                for (int i = 0; i < all.length; i++) {
                    all[i] = group(subject, matcher, i + 1, true);
                }
                return PyTuple.of(all);
        }
    }

    private static Object group(Subject subject, Matcher matcher, int group, boolean emptyIfAbsent) {
        int start = matcher.groupStart(group);
        int end = matcher.groupEnd(group);
        if (start < 0) {
            return emptyIfAbsent ? subject.slice(0, 0) : PyNone.NONE;
        }
        if (start > end) {
            throw Errors.systemError("The span of capturing group is wrong, please report a bug for the re module.");
        }
        return subject.slice(start, end);
    }

    @PyMethod("split($self, /, string, maxsplit=0)")
    Object split(ThreadState ts, Object string, long maxsplit) {
        Subject subject = subject(ts, string);
        Matcher matcher = matcher(ts, subject);
        PyList pieces = new PyList();
        int last = 0;
        boolean mustAdvance = false;
        for (long n = 0; maxsplit == 0 || n < maxsplit; n++) {
            if (!matcher.search(last, subject.length, mustAdvance)) {
                break;
            }
            pieces.append(ts, subject.slice(last, matcher.start()));
            for (int g = 1; g <= program.groups(); g++) {
                pieces.append(ts, group(subject, matcher, g, false));
            }
            mustAdvance = matcher.end() == matcher.start();
            last = matcher.end();
        }
        pieces.append(ts, subject.slice(last, subject.length));
        return pieces;
    }

    @PyMethod("sub($self, /, repl, string, count=0)")
    Object sub(ThreadState ts, Object repl, Object string, long count) {
        return substitute(ts, repl, string, count, false);
    }

    @PyMethod("subn($self, /, repl, string, count=0)")
    Object subn(ThreadState ts, Object repl, Object string, long count) {
        return substitute(ts, repl, string, count, true);
    }

    private Object substitute(ThreadState ts, Object repl, Object string, long count, boolean withNumber) {
        Object literal = null;
        PyTemplate template = null;
        if (!PyObjects.isCallable(repl)) {
            if (isLiteral(ts, repl)) {
                literal = repl;
            } else {
                template = PyTemplate.compile(ts, this, repl);
                literal = template.literal();
            }
        }
        Subject subject = subject(ts, string);
        Matcher matcher = matcher(ts, subject);
        Joiner joiner = new Joiner(ts, subject.isBytes());
        int copied = 0;
        int from = 0;
        long n = 0;
        boolean mustAdvance = false;
        while ((count == 0 || n < count) && matcher.search(from, subject.length, mustAdvance)) {
            if (copied < matcher.start()) {
                joiner.append(subject.slice(copied, matcher.start()));
            }
            copied = matcher.end();
            from = copied;
            mustAdvance = matcher.end() == matcher.start();
            Object item = literal;
            if (item == null) {
                PyMatch match = PyMatch.of(this, subject, matcher, 0, subject.length);
                item = template != null ? template.expand(ts, match) : Calls.call1(ts, repl, match);
            }
            if (item != PyNone.NONE) {
                joiner.append(item);
            }
            n++;
        }
        Object result;
        if (n == 0) {
            result = subject.slice(0, subject.length);
        } else {
            if (copied < subject.length) {
                joiner.append(subject.slice(copied, subject.length));
            }
            result = joiner.result();
        }
        return withNumber ? PyTuple.of(result, n) : result;
    }

    /** Whether a replacement holds no backslash, so that it stands for itself. */
    private static boolean isLiteral(ThreadState ts, Object repl) {
        if (PyObjects.isText(repl)) {
            Object text = PyObjects.textOf(repl);
            return Str.findCodePoint(text, '\\', 0, Str.length(text)) < 0;
        }
        byte[] bytes = Buffers.bytesOrNull(ts, repl);
        if (bytes == null) {
            return false;
        }
        for (byte b : bytes) {
            if (b == '\\') {
                return false;
            }
        }
        return true;
    }

    @PyMethod("__copy__($self, /)")
    Object copy() {
        return this;
    }

    @PyMethod("__deepcopy__($self, memo, /)")
    Object deepCopy(Object memo) {
        return this;
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @PyMethod("__eq__($self, value, /)")
    Object equalTo(ThreadState ts, Object value) {
        if (this == value) {
            return true;
        }
        if (!(value instanceof PyPattern other)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return flags == other.flags && isBytes == other.isBytes && groups() == other.groups()
                && Arrays.equals(code, other.code) && PyObjects.same(ts, pattern, other.pattern);
    }

    @PyMethod("__hash__($self, /)")
    long hash(ThreadState ts) {
        long hash = PyObjects.hash(ts, pattern) ^ Arrays.hashCode(code) ^ flags ^ isBytes ^ groups();
        return hash == -1 ? -2 : hash;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(ThreadState ts) {
        int shown = flags;
        if (isBytes == 0 && (flags & (FLAG_LOCALE | FLAG_UNICODE | FLAG_ASCII)) == FLAG_UNICODE) {
            shown &= ~FLAG_UNICODE;
        }
        Object text = PyObjects.repr(ts, pattern);
        text = Str.slice(text, 0, Math.min(Str.length(text), REPR_LENGTH));
        return Str.concat(Str.concat("re.compile(", text), flagNames(shown) + ")");
    }

    private static String flagNames(int flags) {
        StringBuilder names = new StringBuilder();
        int rest = flags;
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            int flag = FIRST_FLAG << i;
            if ((rest & flag) != 0) {
                names.append(names.isEmpty() ? ", " : "|").append(FLAG_NAMES[i]);
                rest &= ~flag;
            }
        }
        if (rest != 0) {
            names.append(names.isEmpty() ? ", " : "|").append("0x").append(Integer.toHexString(rest));
        }
        return names.toString();
    }

    @PyGetter(value = "pattern", member = true)
    Object pattern() {
        return pattern;
    }

    @PyGetter(value = "flags", member = true)
    long flags() {
        return flags;
    }

    @PyGetter(value = "groups", member = true)
    long groupCount() {
        return groups();
    }

    @PyGetter("groupindex")
    Object groupIndexView() {
        return new PyMappingProxy(groupIndex);
    }
}
