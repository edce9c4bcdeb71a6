package dev.adder.runtime;

import dev.adder.language.text.WideStr;
import dev.adder.runtime.objects.PyBool;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyStr;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Python type.
 *
 * <p>Built-in types are immutable constants of the process, shared by all interpreters; their dictionary is filled
 * from the generated {@link BuiltinTable} on first use. Types made by {@code class} statements belong to one
 * interpreter.
 *
 * <p>Look-ups along the MRO are cached per type ({@link #lookup}); inline caches and compiled code remember what a look-up
 * gave together with the {@link #version} read before it. A change to a type's dictionary or MRO happens between
 * {@link #suspend} and {@link #resume}, under the lock {@link #CHANGES} (CPython's free-threaded build has a type lock
 * too): meanwhile the type and all its subclasses have no version that anything could be remembered under, and no cache.
 * So nobody who has seen the new attribute can find the old one again, however long another thread's look-up took.
 */
public class PyType extends PySlotted {
    private static final AtomicLong VERSIONS = new AtomicLong();
    /** Held while what look-ups give changes, and over the lists of subclasses. No Python code runs under it. */
    private static final Object CHANGES = new Object();
    /** The version of a type that is changing. */
    private static final long CHANGING = 0;
    private static final PyType[] NO_MRO = {};

    /** {@code object} and {@code type} are each other's type and base: made together, before any other. */
    public static final PyType OBJECT = new PyType("object", "builtins", null);
    public static final PyType TYPE = new PyType("type", "builtins", OBJECT);

    static {
        OBJECT.shape = TYPE.rootShape();
        TYPE.shape = TYPE.rootShape();
        TYPE.hasDict = true;
        TYPE.hasWeakref = true;
        TYPE.isTypeSubtype = true;
        TYPE.hasWeakref = true;
    }

    private String name;
    private Object qualname;
    private final String module;
    private PyType[] bases;
    private PyType base;
    private PyType[] mro;
    private PyDict dict;
    private BuiltinTable table;
    private volatile boolean defined;
    private final boolean heapType;
    private final InterpreterState interp;
    private Shape rootShape;

    /** Instances may have a {@code __dict__}. */
    boolean hasDict;
    /** Instances may be weakly referenced. */
    boolean hasWeakref;
    /** May be a base of a Python class. */
    boolean basetype = true;
    /** A subtype of {@code type}, so that its instances are types. */
    boolean isTypeSubtype;
    /** The type whose Java class represents the instances: CPython's solid base. */
    private PyType solid;
    /** {@code cls()} is refused: "cannot create 'x' instances". */
    private boolean noInstantiation;
    private boolean abstractMethods;
    private boolean sequenceLike;
    /** TPFLAGS_SEQUENCE (32) / TPFLAGS_MAPPING (64), for match statements. */
    private int patternFlags;

    /** Null while the type is changing; a new one afterwards: who is late fills one that nobody reads any more. */
    private volatile TypeLookups lookups = new TypeLookups();
    /** Written and read as if volatile, but by {@link #isVersion} and by compiled code, which does the same itself. */
    public long version = nextVersion();
    /** How its instances are made, once that was asked. */
    private TypeCall.Maker maker;
    /**
     * Whether a store into a slot of an instance must look afterwards whether the slot still counts, while other threads
     * exist: always for built-in types, which interpreters share; for a class from {@link #letSlotsMove} on.
     */
    private boolean storesChecked;
    private volatile boolean slotsMove;
    private final Subtypes subclasses = new Subtypes();
    /** Held while the dictionary of a built-in type, or the shape of the instances, is made. */
    private final Object making = new Object();

    private static long nextVersion() {
        return VERSIONS.incrementAndGet();
    }

    /** A built-in type; only used by the bootstrap and by {@link #builtin}. */
    private PyType(final String name, final String module, final PyType base) {
        super(TYPE);
        this.name = name;
        this.qualname = name;
        this.module = module;
        this.base = base;
        this.bases = base == null ? new PyType[0] : new PyType[] {base};
        this.heapType = false;
        this.interp = null;
        this.storesChecked = true;
        this.slotsMove = true;
        this.mro = linear(this, base);
        this.solid = this;
        if (base != null) {
            inherit(base);
        }
    }

    /** A type made by a class statement or {@code type(...)}; see {@link TypeCreation}. */
    public PyType(final PyType metatype, final InterpreterState interp, final String name, final PyType base,
            final PyType[] bases, final PyDict dict) {
        super(metatype);
        this.name = name;
        this.qualname = dev.adder.language.text.Str.fromNameKey(name);
        this.module = null;
        this.base = base;
        this.bases = bases;
        this.heapType = true;
        this.interp = interp;
        this.dict = dict;
        this.defined = true;
        this.solid = base.solid;
        inherit(base);
    }

    private void inherit(final PyType from) {
        hasDict = from.hasDict;
        hasWeakref = from.hasWeakref;
        isTypeSubtype = from.isTypeSubtype;
        patternFlags = from.patternFlags;
        noInstantiation = false;
    }

    /** The order of a type of one base. */
    static PyType[] linear(final PyType self, final PyType base) {
        if (base == null) {
            return new PyType[] {self};
        }
        final PyType[] rest = base.mro;
        final PyType[] mro = new PyType[rest.length + 1];
        mro[0] = self;
        System.arraycopy(rest, 0, mro, 1, rest.length);
        return mro;
    }

    /** Makes a built-in type. {@code base} null means {@code object}; {@code table} may be null (no own methods). */
    public static PyType builtin(final String name, final String module, final PyType base, final BuiltinTable table) {
        final PyType type = new PyType(name, module, base == null ? OBJECT : base);
        type.table = table;
        return type;
    }

    /** A built-in type that is no legal base of a Python class ("type 'X' is not an acceptable base type"). */
    public static PyType builtinFinal(final String name, final String module, final PyType base,
            final BuiltinTable table) {
        final PyType type = builtin(name, module, base, table);
        type.basetype = false;
        return type;
    }

    /** A built-in type with several bases (OSError-like exceptions groups). {@code mro} starts after the type itself. */
    public static PyType builtinMulti(final String name, final String module, final PyType[] bases, final PyType[] mro,
            final BuiltinTable table) {
        final PyType type = builtin(name, module, bases[0], table);
        type.bases = bases;
        final PyType[] full = new PyType[mro.length + 1];
        full[0] = type;
        System.arraycopy(mro, 0, full, 1, mro.length);
        type.mro = full;
        return type;
    }

    // ---- declarations by which a built-in type's class describes its instances; chained at TYPE's initialisation ----

    public PyType withDict() {
        hasDict = true;
        return this;
    }

    public PyType withWeakref() {
        hasWeakref = true;
        return this;
    }

    public PyType withoutNew() {
        noInstantiation = true;
        return this;
    }

    public PyType asSequence() {
        patternFlags = 32;
        return this;
    }

    public PyType asMapping() {
        patternFlags = 64;
        return this;
    }

    /** Its instances are represented as its base's are. */
    public PyType sameLayout() {
        solid = base.solid;
        return this;
    }

    /** A heap type that adds {@code __slots__} has a layout of its own, as in CPython. */
    void ownLayout() {
        solid = this;
    }

    public final PyType solid() {
        return solid;
    }

    /** Its {@code __add__} and {@code __mul__} are sequence slots: tried after the other operand's number slots. */
    public PyType sequenceLike() {
        sequenceLike = true;
        return this;
    }

    public final boolean isSequenceLike() {
        return sequenceLike;
    }

    void setTable(final BuiltinTable t) {
        table = t;
    }

    // ---- what it is ----

    /** The type of any Python value. */
    public static PyType of(final Object o) {
        if (o instanceof PyObject p) {
            return p.shape.type;
        }
        return ofJava(o);
    }

    private static PyType ofJava(final Object o) {
        if (o instanceof Long) {
            return PyInt.TYPE;
        }
        if (o instanceof String) {
            return PyStr.TYPE;
        }
        if (o instanceof Double) {
            return PyFloat.TYPE;
        }
        if (o instanceof Boolean) {
            return PyBool.TYPE;
        }
        if (o instanceof BigInteger) {
            return PyInt.TYPE;
        }
        if (o instanceof WideStr) {
            return PyStr.TYPE;
        }
        if (o == null) {
            throw new IllegalStateException("unbound value escaped");
        }
        return JavaObjects.typeOf(o);
    }

    public final String name() {
        return name;
    }

    /** As messages name it (CPython's {@code tp_name}): a built-in type outside builtins with its module. */
    public final String fullName() {
        return heapType || module == null || module.equals("builtins") ? name : module + "." + name;
    }

    public final void setName(final String newName) {
        name = newName;
    }

    public final Object qualname() {
        return qualname;
    }

    public final void setQualname(final Object newQualname) {
        qualname = newQualname;
    }

    /** The module of a built-in type; null for one made by a class statement (then it is in the dictionary). */
    public final String builtinModule() {
        return module;
    }

    public final PyType base() {
        return base;
    }

    public final PyType[] bases() {
        return bases;
    }

    /** Empty while the type is being made: look-ups then find nothing. */
    public final PyType[] mro() {
        return mro == null ? NO_MRO : mro;
    }

    public final boolean hasMro() {
        return mro != null;
    }

    public final boolean isHeapType() {
        return heapType;
    }

    public final boolean hasDict() {
        return hasDict;
    }

    public final boolean hasWeakref() {
        return hasWeakref;
    }

    public final boolean isBasetype() {
        return basetype;
    }

    public final boolean noInstantiation() {
        return noInstantiation;
    }

    final TypeCall.Maker maker() {
        final TypeCall.Maker known = maker;
        return known != null ? known : (maker = TypeCall.Maker.of(this));
    }

    public final boolean hasAbstractMethods() {
        return abstractMethods;
    }

    public final void setAbstractMethods(final boolean value) {
        abstractMethods = value;
    }

    public final int patternFlags() {
        return patternFlags;
    }

    public final void setPatternFlags(final int flags) {
        patternFlags = flags;
    }

    public final InterpreterState interp() {
        return interp;
    }

    public final void setBase(final PyType newBase) {
        base = newBase;
    }

    public final void setBases(final PyType[] newBases) {
        bases = newBases;
    }

    public final void setMro(final PyType[] newMro) {
        synchronized (CHANGES) {
            suspend();
            mro = newMro.length == 0 ? null : newMro;
            resume();
        }
    }

    /** Whether this type's MRO holds {@code other} (the real subtype relation, no {@code __subclasscheck__}). */
    public final boolean isSubtypeOf(final PyType other) {
        if (this == other) {
            return true;
        }
        if (other == OBJECT) {
            return true;
        }
        if (mro == null) {
            // Still being made: type_is_subtype_base_chain.
            return base != null && base.isSubtypeOf(other);
        }
        for (final PyType t : mro) {
            if (t == other) {
                return true;
            }
        }
        return false;
    }

    // ---- layout ----

    public final Shape rootShape() {
        Shape s = rootShape;
        if (s == null) {
            synchronized (making) {
                s = rootShape;
                if (s == null) {
                    s = Shape.root(this);
                    rootShape = s;
                }
            }
        }
        return s;
    }

    // ---- the dictionary ----

    /** The type's own attributes. Never modify it directly: use {@link #setOwn} and {@link #deleteOwn}. */
    public final PyDict dict() {
        if (!defined) {
            define();
        }
        return dict;
    }

    private void define() {
        synchronized (making) {
            if (defined) {
                return;
            }
            final PyDict d = new PyDict();
            dict = d;
            if (table != null) {
                table.define(new TypeDefiner(this, d, table));
            }
            TypeDefiner.finish(this, d);
            defined = true;
        }
    }

    /** The attribute in this type's own dictionary, or null. */
    public final Object getOwn(final String key) {
        return dict().getStr(key);
    }

    public final void setOwn(final String key, final Object value) {
        final PyDict own = dict();
        synchronized (CHANGES) {
            suspend();
            try {
                own.putStr(key, value);
            } finally {
                resume();
            }
        }
    }

    /** {@link #setOwn} of each, in their order; what look-ups have found is forgotten once. */
    public final void setAllOwn(final PyDict attributes) {
        final PyDict own = dict();
        synchronized (CHANGES) {
            suspend();
            try {
                for (int e = attributes.next(0); e >= 0; e = attributes.next(e + 1)) {
                    own.putStr((String) attributes.keyAt(e), attributes.valueAt(e));
                }
            } finally {
                resume();
            }
        }
    }

    /** Returns false if there was no such attribute. */
    public final boolean deleteOwn(final String key) {
        final PyDict own = dict();
        if (own.getStr(key) == null) {
            return false;
        }
        synchronized (CHANGES) {
            suspend();
            try {
                return own.removeStr(key) != null;
            } finally {
                resume();
            }
        }
    }

    /**
     * The attribute found along the MRO, unbound, or null: {@code _PyType_Lookup}. {@code key} should be interned.
     */
    public final Object lookup(final String key) {
        final TypeLookups known = lookups;
        if (known != null) {
            final Object hit = known.get(key);
            if (hit != null) {
                return hit == TypeLookups.ABSENT ? null : hit;
            }
        }
        return TypeLookups.find(this, known, key);
    }

    /** As {@link #lookup}, behind {@code start} in the MRO: what {@code super(start, object)} finds unbound. */
    public final Object lookupAfter(final PyType start, final String key) {
        return TypeLookups.findAfter(this, lookups, start, key);
    }

    /** Whether {@link #allow} was told of it since the type changed last. */
    final boolean allows(final BuiltinNew made) {
        final TypeLookups known = lookups;
        return known != null && known.legalNew == made;
    }

    /**
     * {@code made} may make instances of this type.
     *
     * @param before {@link #version} before that was found out
     */
    final void allow(final BuiltinNew made, final long before) {
        final TypeLookups known = lookups;
        if (known != null && isVersion(before)) {
            known.legalNew = made;
        }
    }

    /** {@code lookup("__getitem__")}. */
    public final Object itemGetter() {
        final TypeLookups known = lookups;
        final Object last = known == null ? null : known.itemGetter;
        if (last != null) {
            return last;
        }
        final Object found = lookup("__getitem__");
        if (known != null) {
            known.itemGetter = found;
        }
        return found;
    }

    /** The type along the MRO whose own dictionary holds the attribute, or null. */
    public final PyType lookupOwner(final String key) {
        for (final PyType t : mro()) {
            if (t.getOwn(key) != null) {
                return t;
            }
        }
        return null;
    }

    /**
     * Changes whenever a look-up on this type may give another result. Who remembers a result reads the version first. Of
     * a type that is changing it is one that is never current.
     */
    public final long version() {
        final long now = version;
        VarHandle.acquireFence();
        return now == CHANGING ? nextVersion() : now;
    }

    /** The same without ordering anything: what compiled code asks again and again, and HotSpot but once. */
    public final boolean isVersion(final long expected) {
        return version == expected;
    }

    /** See {@link Shape}: whether stores into slots of instances are tested while other threads exist. */
    public final boolean storesChecked() {
        return storesChecked;
    }

    /** Whether {@link #letSlotsMove} has been done. */
    final boolean slotsMove() {
        return slotsMove;
    }

    /**
     * From the return on no thread stores into a slot of an instance without testing afterwards that its shape is still
     * the same. Waits until all threads have polled, so it is called with no lock held.
     */
    final void letSlotsMove(final ThreadState ts) {
        if (!slotsMove) {
            storesChecked = true;
            ts.interp.threads().awaitPolls(ts);
            slotsMove = true;
        }
    }

    /** Before look-ups give something else: what was remembered of this type and its subclasses holds no longer. */
    private void suspend() {
        version = CHANGING;
        lookups = null;
        for (int i = 0; i < subclasses.size(); i++) {
            final PyType sub = subclasses.get(i);
            if (sub != null) {
                sub.suspend();
            }
        }
        VarHandle.fullFence();
    }

    /** After it. */
    private void resume() {
        lookups = new TypeLookups();
        version = nextVersion();
        for (int i = 0; i < subclasses.size(); i++) {
            final PyType sub = subclasses.get(i);
            if (sub != null) {
                sub.resume();
            }
        }
    }

    // ---- subclasses ----

    /** What {@code sub} had looked up before, when it did not hear of changes yet, it forgets. */
    public final void addSubclass(final PyType sub) {
        synchronized (CHANGES) {
            if (subclasses.add(sub)) {
                sub.suspend();
                sub.resume();
            }
        }
    }

    public final void removeSubclass(final PyType sub) {
        synchronized (CHANGES) {
            subclasses.remove(sub);
        }
    }

    /** The live direct subclasses of all interpreters, oldest first; filter by {@link #interp} before showing them. */
    public final PyType[] liveSubclasses() {
        synchronized (CHANGES) {
            return subclasses.live();
        }
    }

    // ---- attribute hooks ----

    /** Bit of {@link #hooks}: a Python-level {@code __getattribute__}. */
    public static final int HOOK_GETATTRIBUTE = 1;
    /** Bit of {@link #hooks}: a {@code __getattr__}. */
    public static final int HOOK_GETATTR = 2;
    /** Bit of {@link #hooks}: a Python-level {@code __setattr__}. */
    public static final int HOOK_SETATTR = 4;
    /** Bit of {@link #hooks}: a Python-level {@code __delattr__}. */
    public static final int HOOK_DELATTR = 8;
    /** Bit of {@link #hooks}: as a descriptor it has {@code __get__}. */
    public static final int HOOK_GET = 16;
    /** Bit of {@link #hooks}: as a descriptor it has {@code __set__}. */
    public static final int HOOK_SET = 32;
    /** Bit of {@link #hooks}: as a descriptor it has {@code __delete__}. */
    public static final int HOOK_DELETE = 64;
    /** Bit of {@link #hooks}: its instances have a {@code __del__}. */
    public static final int HOOK_FINALIZE = 128;
    /** Bit of {@link #hooks}: {@code ==} or {@code !=} are not object's, which are identity. */
    public static final int HOOK_EQUALITY = 256;

    /** Which special methods of attribute access, and of its end, this type has beyond the built-in ones: HOOK_ bits. */
    public final int hooks() {
        final TypeLookups known = lookups;
        final int h = known == null ? -1 : known.hooks;
        return h >= 0 ? h : TypeLookups.findHooks(this, known);
    }

    // ---- as a Python object ----

    @Override
    public Object getAttribute(final ThreadState ts, final String attr) {
        return TypeAttributes.get(ts, this, attr);
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public void setAttribute(final ThreadState ts, final String attr, final Object value) {
        TypeAttributes.set(ts, this, attr, value);
    }

    @Override
    public PyRaise missingAttribute(final String attr) {
        return Errors.attributeError("type object '" + name + "' has no attribute '" + attr + "'", this, attr);
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return TypeCall.call(ts, this, args, kwNames);
    }

    @Override
    public Object call0(final ThreadState ts) {
        return TypeCall.call0(ts, this);
    }

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        return TypeCall.call1(ts, this, a);
    }

    @Override
    public Object call2(final ThreadState ts, final Object a, final Object b) {
        return TypeCall.call2(ts, this, a, b);
    }

    @Override
    public String toString() {
        return "<class '" + name + "'>";
    }
}
