# Sourced by ./adder, ./dev and ./check: sets JAVA_HOME to a JDK 25 or newer, or says what to install and stops.
# Looked at, in order: JAVA_HOME, the java on the PATH, the usual folders. No process is started.

adder_jdk_version() { # FOLDER: prints the feature release of the JDK in it, nothing if there is none
    local line
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                line=${line#*=}
                line=${line//\"/}
                jdk_version=${line%%[.-]*}
                return 0
                ;;
        esac
    done < "$1/release"
}

adder_find_jdk() {
    local dir path found='' best=0
    local -a tried=()
    if [ -n "${JAVA_HOME:-}" ]; then
        jdk_version=0
        adder_jdk_version "$JAVA_HOME"
        [ "$jdk_version" -ge 25 ] 2>/dev/null && return 0
        tried+=("JAVA_HOME=$JAVA_HOME")
    fi
    if path=$(command -v javac 2>/dev/null) && path=$(readlink -f "$path" 2>/dev/null); then
        dir=${path%/bin/javac}
        jdk_version=0
        adder_jdk_version "$dir"
        if [ "$jdk_version" -ge 25 ] 2>/dev/null; then
            export JAVA_HOME=$dir
            return 0
        fi
    fi
    tried+=("the PATH")
    for dir in /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -d "$dir" ] || continue
        jdk_version=0
        adder_jdk_version "$dir"
        # The smallest release that will do: it is the one that Adder is tested with.
        if [ "$jdk_version" -ge 25 ] 2>/dev/null && { [ -z "$found" ] || [ "$jdk_version" -lt "$best" ]; }; then
            found=$dir
            best=$jdk_version
        fi
    done
    if [ -n "$found" ]; then
        export JAVA_HOME=$found
        return 0
    fi
    tried+=(/usr/lib/jvm /usr/java /opt '~/.sdkman' '~/.jdks' /Library/Java)
    local IFS=,
    echo "adder: no JDK 25 or newer was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME;" \
        "looked at: ${tried[*]//,/, }." >&2
    return 1
}
