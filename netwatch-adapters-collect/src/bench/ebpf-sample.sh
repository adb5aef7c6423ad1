#!/bin/sh
# One warm sample with eBPF beside one without, over connections that the measuring process holds.
#   src/bench/ebpf-sample.sh [CONNECTIONS] [ROUNDS]     default: 15000 15; root
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -o -f ../pom.xml -pl netwatch-domain,netwatch-adapters-collect test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -DincludeScope=test
classes="target/test-classes:target/classes:../netwatch-domain/target/classes:../netwatch-domain/target/test-classes"
java -XX:+UseSerialGC -cp "$classes:$(cat "$work/classpath")" \
    dev.netwatch.adapters.collect.linux.EbpfSampleBench "${1:-15000}" "${2:-15}"
