package dev.adder.language.ir;

/**
 * A code nested in one that was read with {@link CodeFormat#readLazily}: it holds what making a function needs, and
 * reads the rest when somebody asks for it. Of the codes in an imported module few ever run: of 3,767 in what
 * {@code import asyncio} loads, 683. A constant of a {@link Code} is a nested {@code Code} or one of these;
 * {@link Code#nested} tells.
 */
public final class LazyCode {
    public final String name;
    public final String qualname;
    public final String filename;
    public final int argCount;
    public final int kwOnlyArgCount;
    public final int flags;
    public final int icCount;
    private final String docstring;
    private final CodeReader.Source source;
    private final int start;
    private final int end;
    /** Immutable, so that another thread may see it without ceremony; two threads may each read one. */
    private Code read;

    LazyCode(Code.Parts header, String docstring, CodeReader.Source source, int start, int end) {
        this.name = header.name;
        this.qualname = header.qualname;
        this.filename = header.filename;
        this.argCount = header.argCount;
        this.kwOnlyArgCount = header.kwOnlyArgCount;
        this.flags = header.flags;
        this.icCount = header.icCount;
        this.docstring = docstring;
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** All of it. */
    public Code code() {
        Code code = read;
        if (code == null) {
            code = new CodeReader(source, start, end).body(header());
            read = code;
        }
        return code;
    }

    private Code.Parts header() {
        Code.Parts p = new Code.Parts();
        p.name = name;
        p.qualname = qualname;
        p.filename = filename;
        p.argCount = argCount;
        p.kwOnlyArgCount = kwOnlyArgCount;
        p.flags = flags;
        p.icCount = icCount;
        return p;
    }

    /** As {@link Code#docstring}. */
    public Object docstring() {
        return docstring != null || (flags & Code.CO_HAS_DOCSTRING) == 0 ? docstring : code().docstring();
    }
}
