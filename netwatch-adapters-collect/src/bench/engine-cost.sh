#!/bin/sh
# What the eBPF engine costs the traffic it watches: bulk TCP, small TCP, small UDP, connections; paired on/off/off.
#   src/bench/engine-cost.sh [ROUNDS]     default: 15; root
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -o -f ../pom.xml -pl netwatch-domain,netwatch-adapters-collect test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -DincludeScope=test
classes="target/test-classes:target/classes:../netwatch-domain/target/classes:../netwatch-domain/target/test-classes"
java -XX:+UseSerialGC -cp "$classes:$(cat "$work/classpath")" \
    dev.netwatch.adapters.collect.support.ebpf.EngineCost "${1:-15}"
