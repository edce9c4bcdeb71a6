package dev.adder.runtime;

/** Java objects as Python values: each Java class gets a Python type of its own. */
final class JavaObjects {
    private static final ClassValue<PyType> TYPES = new ClassValue<>() {
        @Override
        protected PyType computeValue(final Class<?> c) {
            return PyType.builtinFinal(c.getSimpleName(), c.getPackageName(), null, null).withoutNew();
        }
    };

    private JavaObjects() {
    }

    static PyType typeOf(final Object o) {
        return TYPES.get(o.getClass());
    }
}
