package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** The module {@code _suggestions}: "Did you mean" for {@code traceback}. */
@PyModuleSpec("_suggestions")
public final class SuggestionsModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new SuggestionsModuleTable();
    }

    @PyFunction("_generate_suggestions($module, candidates, item, /)")
    Object generate(final ThreadState ts, final Object candidates, @Text final Object item) {
        if (!(candidates instanceof PyList list)) {
            throw Errors.typeError("candidates must be a list");
        }
        final List<String> names = new ArrayList<>();
        for (final Object name : list.toArray()) {
            if (!PyObjects.isText(name)) {
                throw Errors.typeError("all elements in 'candidates' must be strings");
            }
            names.add(Str.nameKey(PyObjects.textOf(name)));
        }
        final String found = PyObjects.suggest(Str.nameKey(PyObjects.textOf(item)), names);
        return found == null ? PyNone.NONE : Str.fromNameKey(found);
    }
}
