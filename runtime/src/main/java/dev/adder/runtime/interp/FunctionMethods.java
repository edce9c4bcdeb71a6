package dev.adder.runtime.interp;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** Python-level methods of {@code function} objects: CPython's Objects/funcobject.c. */
@PyTypeSpec(name = "function")
final class FunctionMethods {
    private FunctionMethods() {
    }

    @PyNew("(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)")
    static Object make(final ThreadState ts, final PyType cls, final PyCode code, final PyDict globals,
            final Object name, final Object argdefs, final Object closure, final Object kwdefaults) {
        if (name != PyNone.NONE && !PyObjects.isText(name)) {
            throw Errors.typeError("arg 3 (name) must be None or string");
        }
        if (argdefs != PyNone.NONE && !(argdefs instanceof PyTuple)) {
            throw Errors.typeError("arg 4 (defaults) must be None or tuple");
        }
        final int free = code.ir().freeVars.length;
        if (!(closure instanceof PyTuple)) {
            if (free > 0 && closure == PyNone.NONE) {
                throw Errors.typeError("arg 5 (closure) must be tuple");
            }
            if (closure != PyNone.NONE) {
                throw Errors.typeError("arg 5 (closure) must be None or tuple");
            }
        }
        if (kwdefaults != PyNone.NONE && !(kwdefaults instanceof PyDict)) {
            throw Errors.typeError("arg 6 (kwdefaults) must be None or dict");
        }
        final int given = closure instanceof PyTuple t ? t.size() : 0;
        if (given != free) {
            throw Errors.valueError(code.ir().name + " requires closure of length " + free + ", not " + given);
        }
        Cell[] cells = null;
        if (free > 0) {
            cells = new Cell[free];
            for (int i = 0; i < free; i++) {
                if (!(((PyTuple) closure).items()[i] instanceof Cell c)) {
                    throw Errors.typeError("arg 5 (closure) expected cell, found "
                            + PyType.of(((PyTuple) closure).items()[i]).name());
                }
                cells[i] = c;
            }
        }
        final CodeState state = CodeState.of(code, globals, CodeFunctions.builtinsOf(ts, globals));
        final PyFunction f = new PyFunction(state, cells, argdefs instanceof PyTuple t ? t : null,
                kwdefaults instanceof PyDict d ? d : null);
        if (name != PyNone.NONE) {
            f.name = PyObjects.textOf(name);
        }
        return f;
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyFunction self) {
        return Str.concat(Str.concat("<function ", self.qualname), " at 0x" + Long.toHexString(Ids.of(self)) + ">");
    }

    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    static Object call(final ThreadState ts, final PyFunction self, final Object[] args, final String[] kwNames) {
        return self.call(ts, args, kwNames);
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    static Object get(final ThreadState ts, final PyFunction self, final Object instance, final Object owner) {
        if (instance == PyNone.NONE && owner == PyNone.NONE) {
            throw Errors.typeError("__get__(None, None) is invalid");
        }
        return instance == PyNone.NONE ? self : new PyBoundMethod(self, instance);
    }

    @PyGetter("__code__")
    static Object getCode(final PyFunction self) {
        return self.code();
    }

    @PySetter("__code__")
    static void setCode(final PyFunction self, final Object value) {
        if (!(value instanceof PyCode code)) {
            throw Errors.typeError("__code__ must be set to a code object");
        }
        final int closure = self.closure() == null ? 0 : self.closure().length;
        if (code.ir().freeVars.length != closure) {
            throw Errors.valueError(Str.toJava(self.name) + "() requires a code object with " + closure
                    + " free vars, not " + code.ir().freeVars.length);
        }
        self.setCode(code);
    }

    @PyGetter(value = "__globals__", member = true)
    static Object getGlobals(final PyFunction self) {
        return self.globals();
    }

    @PyGetter(value = "__builtins__", member = true)
    static Object getBuiltins(final PyFunction self) {
        return self.builtins();
    }

    @PyGetter(value = "__closure__", member = true)
    static Object getClosure(final PyFunction self) {
        return self.closure() == null ? PyNone.NONE : PyTuple.of((Object[]) self.closure().clone());
    }

    @PyGetter("__defaults__")
    static Object getDefaults(final PyFunction self) {
        return self.defaults() == null ? PyNone.NONE : self.defaults();
    }

    @PySetter("__defaults__")
    static void setDefaults(final PyFunction self, final Object value) {
        if (value != PyNone.NONE && !(value instanceof PyTuple)) {
            throw Errors.typeError("__defaults__ must be set to a tuple object");
        }
        self.setDefaults(value == PyNone.NONE ? null : (PyTuple) value);
    }

    @PyDeleter("__defaults__")
    static void deleteDefaults(final PyFunction self) {
        self.setDefaults(null);
    }

    @PyGetter("__kwdefaults__")
    static Object getKwDefaults(final PyFunction self) {
        return self.kwDefaults() == null ? PyNone.NONE : self.kwDefaults();
    }

    @PySetter("__kwdefaults__")
    static void setKwDefaults(final PyFunction self, final Object value) {
        if (value != PyNone.NONE && !(value instanceof PyDict)) {
            throw Errors.typeError("__kwdefaults__ must be set to a dict object");
        }
        self.setKwDefaults(value == PyNone.NONE ? null : (PyDict) value);
    }

    @PyDeleter("__kwdefaults__")
    static void deleteKwDefaults(final PyFunction self) {
        self.setKwDefaults(null);
    }

    @PyGetter("__name__")
    static Object getName(final PyFunction self) {
        return self.name;
    }

    @PySetter("__name__")
    static void setName(final PyFunction self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("__name__ must be set to a string object");
        }
        self.name = value;
    }

    @PyGetter("__qualname__")
    static Object getQualname(final PyFunction self) {
        return self.qualname;
    }

    @PySetter("__qualname__")
    static void setQualname(final PyFunction self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("__qualname__ must be set to a string object");
        }
        self.qualname = value;
    }

    @PyGetter(value = "__doc__", member = true)
    static Object getDoc(final PyFunction self) {
        return self.doc;
    }

    @PySetter("__doc__")
    static void setDoc(final PyFunction self, final Object value) {
        self.doc = value;
    }

    @PyDeleter("__doc__")
    static void deleteDoc(final PyFunction self) {
        self.doc = PyNone.NONE;
    }

    @PyGetter(value = "__module__", member = true)
    static Object getModule(final PyFunction self) {
        return self.module == null ? PyNone.NONE : self.module;
    }

    @PySetter("__module__")
    static void setModule(final PyFunction self, final Object value) {
        self.module = value;
    }

    @PyDeleter("__module__")
    static void deleteModule(final PyFunction self) {
        self.module = null;
    }

    @PyGetter("__dict__")
    static Object getDict(final ThreadState ts, final PyFunction self) {
        return Attributes.dictOf(ts, self);
    }

    @PySetter("__dict__")
    static void setDict(final ThreadState ts, final PyFunction self, final Object value) {
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
        }
        Attributes.setDict(ts, self, d);
    }

    @PyGetter("__annotate__")
    static Object getAnnotate(final PyFunction self) {
        return self.annotate == null ? PyNone.NONE : self.annotate;
    }

    @PySetter("__annotate__")
    static void setAnnotate(final PyFunction self, final Object value) {
        if (value != PyNone.NONE && !PyObjects.isCallable(value)) {
            throw Errors.typeError("__annotate__ must be callable or None");
        }
        self.annotate = value == PyNone.NONE ? null : value;
        if (value != PyNone.NONE) {
            self.annotations = null;
        }
    }

    @PyGetter("__annotations__")
    static Object getAnnotations(final ThreadState ts, final PyFunction self) {
        if (self.annotations == null) {
            Object result = new PyDict();
            if (self.annotate != null && PyObjects.isCallable(self.annotate)) {
                result = Calls.call1(ts, self.annotate, 1L);
                if (!(result instanceof PyDict)) {
                    throw Errors.typeError("__annotate__() must return a dict, not " + PyType.of(result).name());
                }
            }
            self.annotations = result;
        }
        return self.annotations;
    }

    @PySetter("__annotations__")
    static void setAnnotations(final PyFunction self, final Object value) {
        if (value != PyNone.NONE && !(value instanceof PyDict)) {
            throw Errors.typeError("__annotations__ must be set to a dict object");
        }
        self.annotations = value == PyNone.NONE ? null : value;
        self.annotate = null;
    }

    @PyDeleter("__annotations__")
    static void deleteAnnotations(final PyFunction self) {
        self.annotations = null;
        self.annotate = null;
    }

    @PyGetter("__type_params__")
    static Object getTypeParams(final PyFunction self) {
        return self.typeParams == null ? PyTuple.EMPTY : self.typeParams;
    }

    @PySetter("__type_params__")
    static void setTypeParams(final PyFunction self, final Object value) {
        if (!(value instanceof PyTuple t)) {
            throw Errors.typeError("__type_params__ must be set to a tuple");
        }
        self.typeParams = t;
    }
}
