package dev.adder.stdlib.codecs;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.FormatFields;

/** The module {@code _string}: how {@code string.Formatter} reads format strings. */
@PyModuleSpec("_string")
public final class StringModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new StringModuleTable();
    }

    private static Object text(final Object o) {
        if (!PyObjects.isText(o)) {
            throw Errors.typeError("expected str, got " + PyType.of(o).name());
        }
        return PyObjects.textOf(o);
    }

    @PyFunction("formatter_parser($module, object, /)")
    Object parser(final Object object) {
        return new FormatterIterator(new FormatFields.Pieces(text(object)));
    }

    @PyFunction("formatter_field_name_split($module, object, /)")
    Object split(final Object object) {
        try {
            final FormatFields.NameParts parts = new FormatFields.NameParts(text(object));
            return PyTuple.of(parts.first(), new FieldNameIterator(parts));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    /** Gives (literal, field name, specification, conversion) for each piece. */
    private static final class FormatterIterator extends NativeIterator {
        private final FormatFields.Pieces pieces;

        FormatterIterator(final FormatFields.Pieces pieces) {
            this.pieces = pieces;
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            try {
                final FormatFields.Piece piece = pieces.next();
                if (piece == null) {
                    return null;
                }
                if (piece.name() == null) {
                    return PyTuple.of(piece.literal(), PyNone.NONE, PyNone.NONE, PyNone.NONE);
                }
                return PyTuple.of(piece.literal(), piece.name(), piece.spec(),
                        piece.conversion() == 0 ? PyNone.NONE : Str.ofCodePoint(piece.conversion()));
            } catch (final TextException e) {
                throw TextErrors.raise(e);
            }
        }
    }

    /** Gives (is attribute, key) for each access. */
    private static final class FieldNameIterator extends NativeIterator {
        private final FormatFields.NameParts parts;

        FieldNameIterator(final FormatFields.NameParts parts) {
            this.parts = parts;
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            try {
                final FormatFields.Access access = parts.next();
                return access == null ? null : PyTuple.of(access.attribute(), access.key());
            } catch (final TextException e) {
                throw TextErrors.raise(e);
            }
        }
    }
}
