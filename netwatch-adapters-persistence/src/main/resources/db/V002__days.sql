-- Bytes of each local day, as far as it is known on which they were carried. What stays on this machine is not in it.
CREATE TABLE day_total (
    day      INTEGER PRIMARY KEY, -- days since 1970-01-01, by the clock on the wall
    received INTEGER NOT NULL,
    sent     INTEGER NOT NULL,
    inexact  INTEGER NOT NULL     -- whether something is missing, or was estimated
);

-- On which day a socket's bytes were counted last, NULL where they are of no day's total; and whether all of them were
-- carried since a run saw the socket open.
ALTER TABLE socket ADD COLUMN day INTEGER;
ALTER TABLE socket ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0;

-- What a socket had carried before anybody saw it may be of any day.
CREATE TRIGGER socket_of_a_day AFTER INSERT ON socket
WHEN NEW.day IS NOT NULL AND NEW.received IS NOT NULL
BEGIN
    INSERT INTO day_total (day, received, sent, inexact)
    VALUES (NEW.day, iif(NEW.fresh, NEW.received, 0), iif(NEW.fresh, NEW.sent, 0),
        iif(NEW.fresh, NOT NEW.exact, NEW.received + NEW.sent > 0))
    ON CONFLICT (day) DO UPDATE SET received = received + excluded.received, sent = sent + excluded.sent,
        inexact = max(inexact, excluded.inexact);
END;

-- So may what it carried while for more than a minute, and past a midnight, nobody counted.
CREATE TRIGGER socket_of_the_same_day AFTER UPDATE ON socket
WHEN NEW.day IS NOT NULL AND OLD.received IS NOT NULL
    AND (NEW.day IS OLD.day OR OLD.day IS NOT NULL AND NEW.counted_at - OLD.counted_at <= 60000000)
    AND (NEW.received > OLD.received OR NEW.sent > OLD.sent OR NEW.exact < OLD.exact)
BEGIN
    INSERT INTO day_total (day, received, sent, inexact)
    VALUES (NEW.day, NEW.received - OLD.received, NEW.sent - OLD.sent, NOT NEW.exact)
    ON CONFLICT (day) DO UPDATE SET received = received + excluded.received, sent = sent + excluded.sent,
        inexact = max(inexact, excluded.inexact);
END;

CREATE TRIGGER socket_of_an_unknown_day AFTER UPDATE ON socket
WHEN NEW.day IS NOT NULL AND NEW.received IS NOT NULL
    AND (OLD.received IS NULL OR OLD.day IS NULL OR NEW.day <> OLD.day AND NEW.counted_at - OLD.counted_at > 60000000)
    AND (NEW.received > coalesce(OLD.received, 0) OR NEW.sent > coalesce(OLD.sent, 0))
BEGIN
    INSERT INTO day_total (day, received, sent, inexact) VALUES (NEW.day, 0, 0, 1)
    ON CONFLICT (day) DO UPDATE SET inexact = 1;
END;

-- Peers that somebody marked as known before another run could see them.
CREATE TABLE mark (
    address   TEXT    NOT NULL,
    port      INTEGER NOT NULL,
    protocol  TEXT    NOT NULL,
    process   TEXT    NOT NULL,
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (address, port, protocol, process)
) WITHOUT ROWID;
CREATE INDEX mark_by_time ON mark (marked_at);
