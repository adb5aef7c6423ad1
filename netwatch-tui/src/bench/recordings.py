"""Recordings of made-up traffic, in the format of `netwatch record`, for the benchmarks and tests beside this file."""
import datetime
import json
import random

STATES = ["established"] * 17 + ["close-wait", "fin-wait-2", "time-wait"]
PROGRAMS = ["firefox", "curl", "java", "postgres", "sshd", "python3", "nginx", "dockerd", "chrome", "redis-server"]


def socket(number, state, received, sent):
    """A socket that is a row of its own: its peer is nobody else's."""
    inbound = number % 3 == 2
    remote = {"address": f"198.{18 + number // 65536 % 2}.{number // 256 % 256}.{number % 256}",
              "port": 40000 + number % 20000 if inbound else (443, 80, 5432, 22)[number % 4]}
    local = {"address": "192.0.2.7", "port": 8443 if inbound else 10000 + number % 50000}
    pid = 1000 + number % 300
    return {"id": f"made-{number}", "protocol": "tcp", "local": local, "remote": remote, "state": state,
            "owner": {"attribution": "owner", "uid": 1000, "user": "alice",
                      "process": {"pid": pid, "startedAt": "2026-01-01T00:00:00Z", "name": PROGRAMS[pid % len(PROGRAMS)]}},
            "bytes": {"received": received, "sent": sent, "receivedQuality": "exact", "sentQuality": "exact"},
            "tcp": {"rttMicros": 200 + number * 37 % 90000, "retransmits": number % 50 // 49},
            "direction": "inbound" if inbound else "outbound", "scope": {}}


def write(path, rows, samples, seconds=2.0, busy=0.1, seed=1):
    """So many rows, of which this share carries bytes between two samples, which are so many seconds apart."""
    chance = random.Random(seed)
    began = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    totals = [[chance.randrange(1 << chance.randrange(8, 34)), chance.randrange(1 << chance.randrange(8, 28))] for _ in range(rows)]
    states = [chance.choice(STATES) for _ in range(rows)]
    with open(path, "w", encoding="ascii") as file:
        capabilities = ["tcp-bytes", "closed-sockets", "owners", "tcp-metrics"]
        file.write(json.dumps({"schema": "netwatch.recording.v1", "source": "inet-diag", "capabilities": capabilities}) + "\n")
        for number in range(samples):
            for total in chance.sample(totals, int(rows * busy)):
                total[0] += chance.randrange(1, 1 << 22)
                total[1] += chance.randrange(1, 1 << 18)
            at = began + datetime.timedelta(seconds=number * seconds)
            line = {"takenAt": at.isoformat().replace("+00:00", "Z"), "nanos": int(number * seconds * 1e9),
                    "coverage": {"level": "complete", "lost": 0, "reasons": []},
                    "open": [socket(row, states[row], *totals[row]) for row in range(rows)], "closed": []}
            file.write(json.dumps(line, separators=(",", ":")) + "\n")
