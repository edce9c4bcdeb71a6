# Sourced by ./adder, ./dev and ./check: adder_find_jdk exports JAVA_HOME, a JDK 25 or newer, or says what to
# install and fails. Looked at, in order: JAVA_HOME, the java on the PATH, the usual folders.

# adder_jdk_version FOLDER: sets jdk_version to the feature release of the JDK in FOLDER, 0 if there is none.
adder_jdk_version() {
    local line
    jdk_version=0
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                line=${line#*=}
                line=${line//\"/}
                line=${line%%[!0-9]*}
                jdk_version=${line:-0}
                return 0
                ;;
        esac
    done < "$1/release"
}

adder_find_jdk() {
    local dir found='' best=0 looked=
    if [ -n "${JAVA_HOME:-}" ]; then
        adder_jdk_version "$JAVA_HOME"
        if [ "$jdk_version" -ge 25 ]; then
            export JAVA_HOME
            return 0
        fi
        looked="JAVA_HOME ($JAVA_HOME), "
    fi
    if dir=$(command -v javac 2> /dev/null) && dir=$(readlink -f "$dir" 2> /dev/null); then
        dir=${dir%/bin/javac}
        adder_jdk_version "$dir"
        if [ "$jdk_version" -ge 25 ]; then
            export JAVA_HOME=$dir
            return 0
        fi
    fi
    for dir in /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -d "$dir" ] || continue
        adder_jdk_version "$dir"
        # The oldest release that will do: the one that Adder is tested with.
        if [ "$jdk_version" -ge 25 ] && { [ -z "$found" ] || [ "$jdk_version" -lt "$best" ]; }; then
            found=$dir
            best=$jdk_version
        fi
    done
    if [ -n "$found" ]; then
        export JAVA_HOME=$found
        return 0
    fi
    echo "adder: no JDK 25 or newer was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it;" \
        "looked at ${looked}the PATH, /usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks, /Library/Java." >&2
    return 1
}
