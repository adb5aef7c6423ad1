#!/bin/sh
# From a sample to the lines of the table, each step alone, warm.
#   src/bench/query-bench.sh [CONNECTIONS...]     default: 1000 10000
# Compile first: mvn -pl netwatch-domain test-compile. JVM_FLAGS are those of the launcher, unless given.
set -eu
cd "$(dirname "$0")/../.."
flags=${JVM_FLAGS-"-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn12m"}
for connections in ${*:-1000 10000}; do
    # shellcheck disable=SC2086 # several flags
    java $flags -cp target/test-classes:target/classes dev.netwatch.domain.query.QueryBench "$connections"
done
