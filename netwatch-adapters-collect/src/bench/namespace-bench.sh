#!/bin/sh
# One warm sample over 1, 10 and 50 network namespaces with some connections in each, beside ss in each of them.
#   src/bench/namespace-bench.sh [ROUNDS] [CONNECTIONS]     default: 15 20; needs root, ip and ss
# Makes namespaces nwbench-N, removes them.
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-15}
connections=${2:-20}
flags=${JVM_FLAGS-"-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"} # those of the launcher, unless given
work=$(mktemp -d)
made=0

remove() {
    while [ $made -gt 0 ]; do
        ip netns del "nwbench-$made" || true
        made=$((made - 1))
    done
    rm -rf "$work"
}
trap remove EXIT
trap 'exit 130' INT TERM

mvn -q -o -f ../pom.xml -pl netwatch-domain,netwatch-adapters-collect test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -DincludeScope=test
classes="target/test-classes:target/classes:../netwatch-domain/target/classes:../netwatch-domain/target/test-classes"
for others in 0 9 49; do
    while [ $made -lt $others ]; do
        made=$((made + 1))
        ip netns add "nwbench-$made"
        ip -n "nwbench-$made" link set lo up
    done
    # shellcheck disable=SC2086 # flags are words
    java $flags --enable-native-access=ALL-UNNAMED -cp "$classes:$(cat "$work/classpath")" \
        dev.netwatch.adapters.collect.linux.NamespaceBench "$rounds" "$connections"
done
