package dev.adder.stdlib.sre;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** A match: {@code re.Match}. Immutable. */
@PyTypeSpec(name = "Match", module = "re")
public final class PyMatch extends PyObject {

    public static final PyType TYPE = PyType.builtinFinal("Match", "re", null, new PyMatchTable()).withoutNew();

    private static final int REPR_LENGTH = 50;

    private final PyPattern pattern;
    private final Subject subject;
    /** Start and end of each group, the whole match first; -1 where a group did not take part. */
    private final int[] marks;
    private final int lastIndex;
    private final int pos;
    private final int endPos;

    private PyMatch(PyPattern pattern, Subject subject, int[] marks, int lastIndex, int pos, int endPos) {
        super(TYPE);
        this.pattern = pattern;
        this.subject = subject;
        this.marks = marks;
        this.lastIndex = lastIndex;
        this.pos = pos;
        this.endPos = endPos;
    }

    /** The match that a matcher has just found. */
    static PyMatch of(PyPattern pattern, Subject subject, Matcher matcher, int pos, int endPos) {
        int groups = pattern.groups();
        int[] marks = new int[2 * groups + 2];
        marks[0] = matcher.start();
        marks[1] = matcher.end();
        for (int g = 1; g <= groups; g++) {
            int start = matcher.groupStart(g);
            int end = matcher.groupEnd(g);
            if (start > end) {
                throw Errors.systemError(
                        "The span of capturing group is wrong, please report a bug for the re module.");
            }
            marks[2 * g] = start;
            marks[2 * g + 1] = end;
        }
        return new PyMatch(pattern, subject, marks, matcher.lastIndex(), pos, endPos);
    }

    private int index(ThreadState ts, Object group) {
        long i = -1;
        if (group instanceof Long n) {
            i = n;
        } else if (!(group instanceof String) && PyNumber.isIndex(group)) {
            i = PyNumber.asClipped(ts, group);
        } else {
            Object number = pattern.groupIndex().get(ts, group);
            if (number instanceof Long n) {
                i = n;
            }
        }
        if (i < 0 || i >= groupCount()) {
            throw Errors.indexError("no such group");
        }
        return (int) i;
    }

    /** The text of a group by number, or {@code absent}. */
    Object group(ThreadState ts, int i, Object absent) {
        return marks[2 * i] < 0 ? absent : subject.currentSlice(ts, marks[2 * i], marks[2 * i + 1]);
    }

    int groupCount() {
        return marks.length / 2;
    }

    @PyMethod(value = "group($self, /, *args)", hidden = true)
    Object group(ThreadState ts, Object[] args) {
        if (args.length == 0) {
            return group(ts, 0, PyNone.NONE);
        }
        if (args.length == 1) {
            return group(ts, index(ts, args[0]), PyNone.NONE);
        }
        Object[] all = new Object[args.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = group(ts, index(ts, args[i]), PyNone.NONE);
        }
        return PyTuple.of(all);
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(ThreadState ts, Object key) {
        return group(ts, index(ts, key), PyNone.NONE);
    }

    @PyMethod("groups($self, /, default=None)")
    Object groups(ThreadState ts, Object absent) {
        Object[] all = new Object[groupCount() - 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = group(ts, i + 1, absent);
        }
        return PyTuple.of(all);
    }

    @PyMethod("groupdict($self, /, default=None)")
    Object groupDict(ThreadState ts, Object absent) {
        PyDict result = new PyDict();
        pattern.groupIndex().forEach((name, number) -> result.put(ts, name, group(ts, index(ts, number), absent)));
        return result;
    }

    @PyMethod("start($self, group=0, /)")
    long start(ThreadState ts, Object group) {
        return marks[2 * index(ts, group)];
    }

    @PyMethod("end($self, group=0, /)")
    long end(ThreadState ts, Object group) {
        return marks[2 * index(ts, group) + 1];
    }

    @PyMethod("span($self, group=0, /)")
    Object span(ThreadState ts, Object group) {
        return span(index(ts, group));
    }

    private Object span(int i) {
        return PyTuple.of((long) marks[2 * i], (long) marks[2 * i + 1]);
    }

    @PyMethod("expand($self, /, template)")
    Object expand(ThreadState ts, Object template) {
        return PyTemplate.compile(ts, pattern, template).expand(ts, this);
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

    @PyMethod("__repr__($self, /)")
    Object repr(ThreadState ts) {
        Object text = PyObjects.repr(ts, group(ts, 0, PyNone.NONE));
        Object shown = Str.slice(text, 0, Math.min(Str.length(text), REPR_LENGTH));
        return Str.concat(Str.concat("<" + "re.Match object; span=(" + marks[0] + ", " + marks[1] + "), match=", shown),
                ">");
    }

    @PyGetter(value = "string", member = true)
    Object string() {
        return subject.object;
    }

    @PyGetter(value = "re", member = true)
    Object re() {
        return pattern;
    }

    @PyGetter(value = "pos", member = true)
    long pos() {
        return pos;
    }

    @PyGetter(value = "endpos", member = true)
    long endPos() {
        return endPos;
    }

    @PyGetter("lastindex")
    Object lastIndex() {
        return lastIndex < 0 ? PyNone.NONE : (Object) (long) lastIndex;
    }

    @PyGetter("lastgroup")
    Object lastGroup() {
        return lastIndex < 0 ? PyNone.NONE : pattern.groupName(lastIndex);
    }

    @PyGetter("regs")
    Object regs() {
        Object[] all = new Object[groupCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = span(i);
        }
        return PyTuple.of(all);
    }
}
