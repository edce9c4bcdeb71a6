package dev.adder.runtime;

/** Which attributes of built-in types are CPython's {@code PyMemberDef}s: {@code member_descriptor}s, not getters. */
final class BuiltinMembers {
    private BuiltinMembers() {
    }

    static boolean contains(final PyType owner, final String name) {
        final String members = ofType(owner.name());
        int at = members == null ? -1 : members.indexOf(name);
        while (at >= 0) {
            final int end = at + name.length();
            if ((at == 0 || members.charAt(at - 1) == ' ') && (end == members.length() || members.charAt(end) == ' ')) {
                return true;
            }
            at = members.indexOf(name, end);
        }
        return false;
    }

    private static String ofType(final String type) {
        return switch (type) {
            case "code" -> "co_argcount co_posonlyargcount co_kwonlyargcount co_stacksize co_flags co_nlocals co_consts "
                    + "co_names co_filename co_name co_qualname co_firstlineno co_linetable co_exceptiontable";
            case "function" -> "__closure__ __doc__ __globals__ __module__ __builtins__";
            case "method" -> "__func__ __self__";
            case "classmethod", "staticmethod" -> "__func__ __wrapped__";
            case "property" -> "fget fset fdel __doc__";
            case "super" -> "__thisclass__ __self__ __self_class__";
            case "range", "slice" -> "start stop step";
            case "complex" -> "real imag";
            case "frame" -> "f_trace_lines";
            case "traceback" -> "tb_frame tb_lasti";
            case "coroutine" -> "cr_origin";
            case "async_generator" -> "ag_running";
            case "GenericAlias" -> "__origin__ __args__ __unpacked__";
            case "Union" -> "__args__";
            case "TypeAliasType" -> "__name__";
            case "Template" -> "strings interpolations";
            case "Interpolation" -> "value expression conversion format_spec";
            case "AttributeError" -> "name obj";
            case "BaseException" -> "__suppress_context__";
            case "BaseExceptionGroup" -> "message exceptions";
            case "ImportError" -> "msg name path name_from";
            case "NameError" -> "name";
            case "OSError" -> "errno strerror filename filename2";
            case "StopIteration" -> "value";
            case "SyntaxError" -> "msg filename lineno offset text end_lineno end_offset print_file_and_line _metadata";
            case "SystemExit" -> "code";
            case "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError" ->
                "encoding object start end reason";
            default -> null;
        };
    }
}
