#!/bin/sh
# One warm sample with eBPF beside one without, over connections that ten other processes hold.
#   src/bench/ebpf-sample.sh [SOCKETS] [ROUNDS]     default: 30000 15; root
set -eu
ulimit -n "$(ulimit -H -n)"
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -o -f ../pom.xml -pl netwatch-domain,netwatch-adapters-collect test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -DincludeScope=test
classes="target/test-classes:target/classes:../netwatch-domain/target/classes:../netwatch-domain/target/test-classes"
java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classes:$(cat "$work/classpath")" \
    dev.netwatch.adapters.collect.linux.EbpfSampleBench "${1:-30000}" "${2:-15}"
