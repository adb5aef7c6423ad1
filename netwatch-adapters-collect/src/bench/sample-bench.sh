#!/bin/sh
# One warm sample with owners and bytes, beside ss and OSHI, over loopback connections held by 20 processes.
#   src/bench/sample-bench.sh [CONNECTIONS...]     default: 1000 10000 30000
# Compile first: mvn -pl netwatch-domain,netwatch-adapters-collect test-compile. Needs Linux, ss, and for the owners of
# other users' sockets root. ROUNDS (default 15) measured rounds follow as many that only warm up. JVM_FLAGS: see below.
set -eu
cd "$(dirname "$0")/../.."
flags=${JVM_FLAGS-"-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"} # those of the launcher, unless given
rounds=${ROUNDS:-15}
holders=20
work=$(mktemp -d)
holding=""

release() {
    exec 9>&- 2>/dev/null || true
    for pid in $holding; do wait "$pid" 2>/dev/null || true; done
    holding=""
}
trap 'release; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

ulimit -n "$(ulimit -H -n)"
mvn -q -f ../pom.xml -pl netwatch-domain,netwatch-adapters-collect test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -DincludeScope=test
classes="target/test-classes:target/classes:../netwatch-domain/target/classes:../netwatch-domain/target/test-classes"
classpath="$classes:$(cat "$work/classpath")"

for count in "${@:-1000 10000 30000}"; do for connections in $count; do
    each=$((connections / holders))
    mkfifo "$work/hold"
    i=1
    while [ $i -le $holders ]; do
        java -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "$classes" \
            dev.netwatch.adapters.collect.bench.ConnectionHolder "$each" "$i" <"$work/hold" >"$work/ready.$i" &
        holding="$holding $!"
        i=$((i + 1))
    done
    exec 9>"$work/hold"
    i=1
    while [ $i -le $holders ]; do
        until [ -s "$work/ready.$i" ]; do sleep 0.2; done
        i=$((i + 1))
    done
    echo "== $connections connections ($((connections * 2)) sockets) held by $holders processes, $rounds rounds"
    # shellcheck disable=SC2086 # flags are words
    java $flags -cp "$classpath" dev.netwatch.adapters.collect.linux.SampleBench "$rounds" 2>"$work/errors" ||
        { cat "$work/errors" >&2; exit 1; }
    release
    rm -f "$work"/ready.* "$work/hold"
done; done
