# Sourced by ./adder while it holds the build lock: Maven, then one stored jar and the start-up cache, in a folder of
# their own named by the fingerprint of the sources; target/adder/current names the folder, and is replaced whole.

adder_say() {
    echo "adder: $*" >&2
}

# The sources that the product is made of: list with NUL between.
adder_sources() {
    find "$root"/pom.xml "$root"/tools/lib "$root"/.mvn "$root"/*/pom.xml "$root"/*/src/main -type f \
        -print0 2> /dev/null
}

adder_fingerprint() {
    adder_sources | LC_ALL=C sort -z | xargs -0 sha256sum | sed "s|  $root/|  |" | sha256sum | cut -c1-16
}

# Maven, with one line of progress a module.
adder_maven() {
    local line log=$root/target/build.log tty=
    [ -t 2 ] && tty=yes
    if ! command -v mvn > /dev/null; then
        adder_say "building needs Maven: install it (for example: apt install maven)."
        return 1
    fi
    mkdir -p "$root/target"
    (cd "$root" && env -u MAVEN_OPTS mvn -B -Dstyle.color=never compile 2>&1) | tee "$log" | while IFS= read -r line; do
        case $line in
            "[INFO] Building Adder: "*)
                line=${line#"[INFO] Building Adder: "}
                [ -n "$tty" ] && printf '\r\033[Kadder: building: %s' "$line" >&2
                ;;
            "Downloaded from"* | "[INFO] Downloaded from"*)
                [ -n "$tty" ] && printf '\r\033[Kadder: building: fetched %s' "${line##*/}" >&2
                ;;
        esac
    done
    local status=${PIPESTATUS[0]}
    [ -n "$tty" ] && printf '\r\033[K' >&2
    if [ "$status" != 0 ]; then
        grep -E '^\[(ERROR|FATAL)\]' "$log" | head -12 >&2
        adder_say "the build failed; all of it: $log"
    fi
    return "$status"
}

# One jar of all modules, stored: class loading reads it without inflating.
adder_jar() {
    local dest=$1 m
    mkdir -p "$dest/classes"
    for m in language expose runtime stdlib jit machine profile embed cli; do
        [ -d "$root/$m/target/classes" ] && cp -R "$root/$m/target/classes/." "$dest/classes"
    done
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$dest/classes" "$root/tools/lib/Bootstraps.java" \
        "$dest/classes" > "$dest/jar.log" 2>&1 || return 1
    printf 'Main-Class: dev.adder.cli.Main\n' > "$dest/manifest"
    "$JAVA_HOME/bin/jar" --create --no-compress --date=2026-01-01T00:00:00Z --file "$dest/adder.jar" \
        --manifest "$dest/manifest" -C "$dest/classes" . 2>> "$dest/jar.log" || return 1
    rm -rf "$dest/classes"
}

# The library's IR; without it the library is lowered as it is imported.
adder_library_image() {
    local dest=$1
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xss16m -cp "$dest/adder.jar" dev.adder.runtime.modules.LibraryImageBuilder \
        "$root/target/cpython/lib/python3.14" "$dest/library.image" "$dest/texts" > "$dest/image.log" 2>&1 \
        || adder_say "the library could not be lowered; starts will be slower (see $dest/image.log)"
}

# The docstrings of built-ins; where CPython cannot run there are none.
adder_docstrings() {
    local dest=$1
    "$root/target/cpython/bin/python3.14" -I "$root/tools/lib/docstrings.py" "$dest/docstrings" \
        > "$dest/docstrings.log" 2>&1 \
        || adder_say "CPython does not run here: built-ins are without docstrings (see $dest/docstrings.log)"
}

# The regular expressions and Python texts that the library compiles when it is imported; where CPython cannot run they
# are compiled as they are met.
adder_known() {
    local dest=$1
    "$root/target/cpython/bin/python3.14" -I -S "$root/tools/lib/known.py" "$dest/patterns" "$dest/texts" \
        > "$dest/known.log" 2>&1 || rm -f "$dest/patterns" "$dest/texts"
}

# The start-up cache (JEP 483, 514, 515), from a run of its own; without it Adder is slower to start, nothing else. The
# run compiles early, so that most classes of our compiler are used.
adder_startup_cache() {
    local dest=$1
    adder_jvm_flags
    (cd / && "$JAVA_HOME/bin/java" "${jvm_flags[@]}" -XX:AOTCacheOutput="$dest/adder.aot" \
        "-Dadder.home=$root" "-Dadder.image=$dest/library.image" "-Dadder.build=${dest##*/}" -cp "$dest/adder.jar" dev.adder.cli.Main \
        -X jit=soon "$root/tools/lib/training.py") > "$dest/aot.log" 2>&1
    if [ -s "$dest/adder.aot" ]; then
        cp "$JAVA_HOME/release" "$dest/jdk-release"
    else
        rm -f "$dest/adder.aot"
        adder_say "the start-up cache could not be made; starts will be slower (see $dest/aot.log)"
    fi
}

adder_assemble() {
    local print dest old
    mkdir -p "$root/target/adder"
    : > "$root/target/adder/stamp.new"
    print=$(adder_fingerprint)
    dest=$root/target/adder/$print
    if [ ! -f "$dest/complete" ]; then
        [ -e "$root/target/adder/current" ] && adder_say "the sources changed: building" \
            || adder_say "building once; this takes some minutes at the most"
        adder_maven || return 1
        rm -rf "$dest"
        mkdir -p "$dest"
        adder_jar "$dest" || { cat "$dest/jar.log" >&2; return 1; }
        adder_known "$dest"
        adder_library_image "$dest"
        adder_docstrings "$dest"
        adder_startup_cache "$dest"
        printf '%s\n' "$JAVA_HOME" > "$dest/java-home"
        : > "$dest/complete"
    fi
    printf '%s\n' "$print" > "$root/target/adder/current.new"
    mv -f "$root/target/adder/current.new" "$root/target/adder/current"
    mv -f "$root/target/adder/stamp.new" "$root/target/adder/stamp"
    # Builds that were current a while ago; a process started a moment ago may still read the last two.
    for old in $(ls -1dt "$root"/target/adder/*/ | tail -n +4); do
        rm -rf "$old"
    done
}
