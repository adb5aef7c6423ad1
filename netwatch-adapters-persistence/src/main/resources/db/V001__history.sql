-- Times are microseconds since 1970-01-01T00:00:00Z. Unknown is NULL or, for a process, the empty text.

-- Who talked to whom, with totals that the triggers below keep.
CREATE TABLE peer (
    id           INTEGER PRIMARY KEY,
    process      TEXT    NOT NULL, -- path or name
    process_name TEXT    NOT NULL, -- as shown
    program      TEXT    NOT NULL, -- last segment of process: what an imported history calls it
    address      TEXT    NOT NULL, -- RFC 5952, with zone
    port         INTEGER NOT NULL,
    protocol     TEXT    NOT NULL,
    first_seen   INTEGER NOT NULL,
    last_seen    INTEGER NOT NULL,
    runs         INTEGER NOT NULL DEFAULT 0,
    measured     INTEGER NOT NULL DEFAULT 0, -- sockets whose bytes are known: without any, the totals mean nothing
    inexact      INTEGER NOT NULL DEFAULT 0, -- sockets whose bytes are estimated or not known: with any, totals are estimates
    received     INTEGER NOT NULL DEFAULT 0,
    sent         INTEGER NOT NULL DEFAULT 0,
    UNIQUE (address, port, protocol, process)
);
CREATE INDEX peer_by_last_seen ON peer (last_seen);

-- Runs under way, and those that died before they could end.
CREATE TABLE run (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    last_write_at INTEGER NOT NULL
);
CREATE INDEX run_by_last_write ON run (last_write_at);

-- Which of them has seen which peer.
CREATE TABLE peer_run (
    run  INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    peer INTEGER NOT NULL REFERENCES peer (id) ON DELETE CASCADE,
    PRIMARY KEY (run, peer)
) WITHOUT ROWID;
CREATE INDEX peer_run_by_peer ON peer_run (peer);

CREATE TRIGGER peer_run_counted AFTER INSERT ON peer_run
BEGIN
    UPDATE peer SET runs = runs + 1 WHERE id = NEW.peer;
END;

-- How much of each socket is already in its peer's totals, so that nobody adds it again.
CREATE TABLE socket (
    id         TEXT    NOT NULL PRIMARY KEY,
    peer       INTEGER NOT NULL REFERENCES peer (id) ON DELETE CASCADE,
    owned      INTEGER NOT NULL, -- whether its process is known
    owner_seen INTEGER NOT NULL, -- when it was seen with this peer
    last_seen  INTEGER NOT NULL,
    counted_at INTEGER,          -- when its bytes were counted last
    exact      INTEGER NOT NULL, -- whether they were counted to the byte then
    received   INTEGER,
    sent       INTEGER
) WITHOUT ROWID;
CREATE INDEX socket_by_peer ON socket (peer);
CREATE INDEX socket_by_last_seen ON socket (last_seen);

-- Sockets last seen until this time have left the table above; their bytes stay in the totals.
CREATE TABLE ledger (forgotten_until INTEGER NOT NULL);
INSERT INTO ledger VALUES (-9223372036854775808);

CREATE TRIGGER socket_counted AFTER INSERT ON socket
BEGIN
    UPDATE peer SET measured = measured + (NEW.received IS NOT NULL), inexact = inexact + (NOT NEW.exact),
        received = received + coalesce(NEW.received, 0), sent = sent + coalesce(NEW.sent, 0)
    WHERE id = NEW.peer;
END;

CREATE TRIGGER socket_recounted AFTER UPDATE ON socket
WHEN NEW.peer <> OLD.peer OR NEW.exact <> OLD.exact OR NEW.received IS NOT OLD.received OR NEW.sent IS NOT OLD.sent
BEGIN
    UPDATE peer SET measured = measured - (OLD.received IS NOT NULL), inexact = inexact - (NOT OLD.exact),
        received = received - coalesce(OLD.received, 0), sent = sent - coalesce(OLD.sent, 0)
    WHERE id = OLD.peer;
    UPDATE peer SET measured = measured + (NEW.received IS NOT NULL), inexact = inexact + (NOT NEW.exact),
        received = received + coalesce(NEW.received, 0), sent = sent + coalesce(NEW.sent, 0)
    WHERE id = NEW.peer;
END;

-- What the Python netwatch remembered.
CREATE TABLE imported (
    id          INTEGER PRIMARY KEY,
    process     TEXT    NOT NULL, -- a bare name
    remote      TEXT    NOT NULL, -- the address, else the name that was shown, perhaps cut
    address     TEXT,             -- NULL for a bare name
    port        INTEGER,          -- NULL where port_text is no port
    port_text   TEXT    NOT NULL,
    protocol    TEXT    NOT NULL,
    first_seen  INTEGER NOT NULL,
    last_seen   INTEGER NOT NULL,
    times_seen  INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    UNIQUE (address, port, protocol, process)
);
CREATE INDEX imported_by_last_seen ON imported (last_seen);

-- What DNS and whois taught. known is the last name there was, whatever the latest answer.
CREATE TABLE name (
    address    TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    text       TEXT,
    known      TEXT,
    failed     INTEGER NOT NULL,
    learned_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (address, kind)
) WITHOUT ROWID;
CREATE INDEX name_by_expiry ON name (expires_at);

CREATE TABLE exclusion (
    process  TEXT    NOT NULL PRIMARY KEY,
    added_at INTEGER NOT NULL
) WITHOUT ROWID;
