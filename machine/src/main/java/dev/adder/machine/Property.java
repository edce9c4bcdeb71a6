package dev.adder.machine;

/** Every property a unit or a connection can have: one row each, from which JSON, tables and documentation follow. */
public enum Property {
    SOCKETS("sockets", "sockets", Dimension.COUNT, "processor packages"),
    CORES("cores", "cores", Dimension.COUNT, "physical cores the operating system shows"),
    THREADS("threads", "hardware threads", Dimension.COUNT, "hardware threads this process may use"),
    CLOCK_NOW("clock_now", "clock now", Dimension.HERTZ, "clock while busy, from a chain of one-cycle additions"),
    CLOCK_BASE("clock_base", "clock, base", Dimension.HERTZ, "nominal clock"),
    CLOCK_MAX("clock_max", "clock, maximum", Dimension.HERTZ, "highest clock a core may reach"),
    VECTOR_BITS("vector_bits", "vector width", Dimension.BITS, "widest vector register in use"),
    INT_OPS("int_ops", "integer, scalar", Dimension.PER_SECOND, "64-bit add/xor operations, one core"),
    FLOAT_OPS("float_ops", "float, scalar", Dimension.PER_SECOND,
            "double operations, a fused multiply-add is two, one core"),
    FLOAT_ADDS("float_adds", "float add, scalar", Dimension.PER_SECOND, "independent double additions, one core"),
    VECTOR_INT_OPS("vector_int_ops", "integer, vector", Dimension.PER_SECOND, "64-bit lanes added or xored, one core"),
    VECTOR_FLOAT_OPS("vector_float_ops", "float, vector", Dimension.PER_SECOND,
            "double lanes, a fused multiply-add is two, one core"),
    INT_OPS_ALL("int_ops_all", "integer, scalar, all cores", Dimension.PER_SECOND, "as int_ops, all cores together"),
    FLOAT_OPS_ALL("float_ops_all", "float, scalar, all cores", Dimension.PER_SECOND,
            "as float_ops, all cores together"),
    VECTOR_INT_OPS_ALL("vector_int_ops_all", "integer, vector, all cores", Dimension.PER_SECOND,
            "as vector_int_ops, all cores"),
    VECTOR_FLOAT_OPS_ALL("vector_float_ops_all", "float, vector, all cores", Dimension.PER_SECOND,
            "as vector_float_ops, all cores"),
    MISPREDICT("mispredict", "branch mispredicted", Dimension.SECONDS, "time lost by one wrongly predicted branch"),
    INT_ADD_LATENCY("int_add_latency", "integer add", Dimension.SECONDS, "result to dependent use"),
    INT_MUL_LATENCY("int_mul_latency", "integer multiply", Dimension.SECONDS, "result to dependent use, 64 bit"),
    INT_DIV_LATENCY("int_div_latency", "integer division", Dimension.SECONDS, "result to dependent use, 64 bit"),
    FLOAT_ADD_LATENCY("float_add_latency", "float add", Dimension.SECONDS, "result to dependent use, double"),
    FLOAT_MUL_LATENCY("float_mul_latency", "float multiply", Dimension.SECONDS, "result to dependent use, double"),
    FMA_LATENCY("fma_latency", "fused multiply-add", Dimension.SECONDS, "result to dependent use, double"),
    FLOAT_DIV_LATENCY("float_div_latency", "float division", Dimension.SECONDS, "result to dependent use, double"),

    CAPACITY("capacity", "capacity", Dimension.BYTES, "bytes one instance holds"),
    FREE("free", "available", Dimension.BYTES, "bytes free for use when looked at"),
    LINE("line", "line", Dimension.BYTES, "bytes moved at once"),
    WAYS("ways", "associativity", Dimension.COUNT, "places a line can be in"),
    PAGE("page", "page", Dimension.BYTES, "smallest page"),
    HUGE_PAGE("huge_page", "huge page", Dimension.BYTES, "page used for transparent huge pages"),
    TLB_REACH("tlb_reach", "first-level TLB reach", Dimension.BYTES,
            "bytes whose 4 KiB translations stay at hand for free"),
    TLB2_REACH("tlb2_reach", "second-level TLB reach", Dimension.BYTES,
            "bytes of 4 KiB pages beyond which walks begin"),
    READ("read", "read, one core", Dimension.BYTES_PER_SECOND, "sequential loads"),
    WRITE("write", "write, one core", Dimension.BYTES_PER_SECOND,
            "sequential stores, counted as the program sees them"),
    COPY("copy", "copy, one core", Dimension.BYTES_PER_SECOND, "one load for each store, both counted"),
    TRIAD("triad", "triad, one core", Dimension.BYTES_PER_SECOND, "two loads for each store, all counted"),
    READ_ALL("read_all", "read, all cores", Dimension.BYTES_PER_SECOND, "sequential loads, all cores together"),
    WRITE_ALL("write_all", "write, all cores", Dimension.BYTES_PER_SECOND, "sequential stores, all cores together"),
    COPY_ALL("copy_all", "copy, all cores", Dimension.BYTES_PER_SECOND, "as copy, all cores together"),
    TRIAD_ALL("triad_all", "triad, all cores", Dimension.BYTES_PER_SECOND, "as triad, all cores together"),
    LATENCY("latency", "latency", Dimension.SECONDS, "dependent load, random order, huge pages where they can be had"),
    LATENCY_SMALL("latency_small_pages", "latency, 4 KiB pages", Dimension.SECONDS,
            "dependent load, random order, smallest pages"),
    RANDOM("random", "random reads, one core", Dimension.PER_SECOND, "independent loads from random lines"),
    UPDATE("update", "random updates, one core", Dimension.PER_SECOND, "independent read-add-write of random words"),
    RANDOM_ALL("random_all", "random reads, all cores", Dimension.PER_SECOND, "as random, all cores together"),

    DISK_READ("disk_read", "read, past the cache", Dimension.BYTES_PER_SECOND, "1 MiB blocks in sequence, O_DIRECT"),
    DISK_WRITE("disk_write", "write, past the cache", Dimension.BYTES_PER_SECOND, "1 MiB blocks in sequence, O_DIRECT"),
    DISK_READ_CACHED("disk_read_cached", "read, page cache", Dimension.BYTES_PER_SECOND,
            "1 MiB blocks in sequence, in the page cache"),
    DISK_WRITE_CACHED("disk_write_cached", "write, page cache", Dimension.BYTES_PER_SECOND,
            "1 MiB blocks in sequence, into the page cache"),
    DISK_RANDOM_READ("disk_random_read", "4 KiB random reads", Dimension.PER_SECOND, "one at a time, O_DIRECT"),
    DISK_RANDOM_WRITE("disk_random_write", "4 KiB random writes", Dimension.PER_SECOND, "one at a time, O_DIRECT"),
    DISK_RANDOM_READ_CACHED("disk_random_read_cached", "4 KiB reads, page cache", Dimension.PER_SECOND,
            "one at a time, in the page cache"),
    DISK_RANDOM_WRITE_CACHED("disk_random_write_cached", "4 KiB writes, page cache", Dimension.PER_SECOND,
            "one at a time, into the page cache"),
    DISK_SYNC("disk_sync", "write and sync", Dimension.SECONDS, "4 KiB written and forced to the device"),

    BANDWIDTH("bandwidth", "bandwidth", Dimension.BYTES_PER_SECOND, "bytes over this connection in one direction"),
    BANDWIDTH_ALL("bandwidth_all", "bandwidth, all cores", Dimension.BYTES_PER_SECOND,
            "bytes over all such connections together"),
    NOMINAL("nominal", "nominal speed", Dimension.BYTES_PER_SECOND, "what the interface is sold as"),
    HANDOVER("handover", "line hand-over", Dimension.SECONDS, "a cache line from one core to the other, one way"),
    ROUND_TRIP("round_trip", "round trip", Dimension.SECONDS, "one small message there and back");

    private final String id;
    private final String label;
    private final Dimension dimension;
    private final String meaning;

    Property(String id, String label, Dimension dimension, String meaning) {
        this.id = id;
        this.label = label;
        this.dimension = dimension;
        this.meaning = meaning;
    }

    /** The key in JSON. */
    public String id() {
        return id;
    }

    /** The words in a table. */
    public String label() {
        return label;
    }

    /** What its figures count. */
    public Dimension dimension() {
        return dimension;
    }

    /** One line of meaning, for documentation. */
    public String meaning() {
        return meaning;
    }

    /** The row with this id, or null for one of another version. */
    public static Property of(String id) {
        for (Property property : values()) {
            if (property.id.equals(id)) {
                return property;
            }
        }
        return null;
    }
}
