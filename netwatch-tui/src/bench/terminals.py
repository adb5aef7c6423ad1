"""Programs in pseudo-terminals, for the benchmarks beside this file."""
import fcntl
import os
import select
import signal
import struct
import termios
import time


class InTerminal:
    """A program started in an 80x24 terminal of its own. What it writes is read when read() or drain() is called."""

    def __init__(self, command, environment=None, rows=24, columns=80):
        self.master, terminal = os.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        env = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", **(environment or {}))
        self.status = None
        self.began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
                for descriptor in range(3):
                    os.dup2(terminal, descriptor)
                os.closerange(3, 256)
                os.execvpe(command[0], command, env)
            finally:
                os._exit(127)
        os.close(terminal)

    def read(self, timeout):
        """What it wrote; nothing when it wrote nothing for so many seconds; None when it is gone."""
        if not select.select([self.master], [], [], timeout)[0]:
            return b""
        try:
            return os.read(self.master, 65536) or None
        except OSError:
            return None

    def write(self, keys):
        """Types."""
        os.write(self.master, keys)

    def wait_for(self, pattern, deadline=30):
        """Seconds from exec until the bytes appear in what it writes."""
        seen = b""
        while time.perf_counter() - self.began < deadline:
            data = self.read(0.5)
            if data is None:
                break
            seen += data
            if pattern in seen:
                return time.perf_counter() - self.began
        raise SystemExit(f"{pattern!r} never came; the program wrote {seen[-2000:]!r}")

    def wait_for_end(self, deadline=30):
        """Seconds from exec until it has ended by itself."""
        while self.read(max(0, self.began + deadline - time.perf_counter())):
            pass
        _, self.status = os.waitpid(self.pid, 0)
        elapsed = time.perf_counter() - self.began
        if self.status:
            raise SystemExit(f"a program ended with wait status {self.status}")
        return elapsed

    def end(self):
        """Asks it to end, then makes it."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self.status is not None:
                break
            os.kill(self.pid, sign)
            for _ in range(50):
                if select.select([self.master], [], [], 0)[0]:
                    self.read(0)
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = status
                    break
                time.sleep(0.05)
        os.close(self.master)
