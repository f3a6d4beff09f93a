# Sourced by the other scripts: finds a JDK, 17 or later, and sets JAVA_HOME and java_flags, or says what is missing.
for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/none)")")")" /usr/lib/jvm/*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    # a file says it in no time, the compiler in half a second
    java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)
    [ -n "$java_version" ] || java_version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${java_version:-0}" -lt 17 ] || break
    echo "$home is JDK $java_version, too old" >&2
    java_version=
done
if [ -z "${java_version:-}" ]; then
    echo "${0##*/}: no JDK 17 or later was found. Install one (on Debian: apt-get install openjdk-17-jdk-headless)" \
        "or set JAVA_HOME to it." >&2
    exit 1
fi
export JAVA_HOME=$home
# The ONNX Runtime and the tokenizer are native code; later JDKs warn of each use that is not announced. The search for
# near articles is several times faster with the vector module, an incubator that has to be asked for.
java_flags="--enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector"
[ "$java_version" -lt 23 ] || java_flags+=" --sun-misc-unsafe-memory-access=allow"

# Whether Java can use this archive of classes with this class path; it would crash on one that is cut off.
whole_archive() {
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" -XX:SharedArchiveFile="$1" -Xshare:on -XX:+VerifySharedSpaces -XX:ErrorFile=/dev/null \
        -XX:-CreateCoredumpOnCrash $java_flags -cp "$2" -version > /dev/null 2>&1
}
