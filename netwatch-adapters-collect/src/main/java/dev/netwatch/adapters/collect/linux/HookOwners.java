package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import java.util.Optional;
import java.util.OptionalLong;

/*
 * Who made, connected or sent is the owner. An accepted socket has no such hook, but up to three witnesses: who closed it
 * last, who ran when its first bytes left, and whose listener it came from. A child that inherited the descriptor may
 * close last, and another process may run when bytes leave late; two that agree are believed.
 */
/** Names the owner of a socket that /proc could not name, from what the kernel's hooks wrote down. */
final class HookOwners {
    private final ProcessReader reader;
    private final Users users;

    HookOwners(LinuxSystem system) {
        this.reader = new ProcessReader(system.proc());
        this.users = new Users(system.passwd());
    }

    /** @param told what is known without the hooks: the process that holds it, that of its listener, or nobody */
    Owner of(SocketRecord socket, Owner told) {
        if (told.attribution() == Attribution.OWNER) {
            return told;
        }
        if (socket.owner() != 0) {
            return owner(Attribution.OWNER, socket.owner(), socket.ownerUid(), socket.command());
        }
        return accepted(socket, told);
    }

    private Owner accepted(SocketRecord socket, Owner told) {
        int closer = socket.closer();
        int speaker = socket.speaker();
        long listener = told.process().map(ProcessRef::pid).orElse(-1L);
        if (listener == closer || listener == speaker) {
            return new Owner(Attribution.OWNER, told.process(), uid(socket), user(socket));
        }
        if (closer != 0 && closer == speaker) {
            return owner(Attribution.OWNER, closer, socket.closerUid(), socket.command());
        }
        if (told.process().isPresent() || closer == 0 && speaker == 0) {
            return told;
        }
        return closer != 0
                ? owner(Attribution.INFERRED, closer, socket.closerUid(), socket.command())
                : speaking(speaker, told);
    }

    /** While it is open, one witness without a name is all there may be. */
    private Owner speaking(int pid, Owner told) {
        return reader.stat(pid)
                .map(line ->
                        new Owner(Attribution.INFERRED, Optional.of(reader.read(pid, line)), told.uid(), told.user()))
                .orElse(told);
    }

    private static OptionalLong uid(SocketRecord socket) {
        return socket.closer() == 0 ? OptionalLong.empty() : OptionalLong.of(socket.closerUid());
    }

    private Optional<String> user(SocketRecord socket) {
        return socket.closer() == 0 ? Optional.empty() : Optional.of(users.name(socket.closerUid()));
    }

    private Owner owner(Attribution attribution, int pid, long uid, String command) {
        ProcessRef process = reader.stat(pid)
                .map(line -> reader.read(pid, line))
                .orElseGet(() -> ProcessRef.of(pid, command.isEmpty() ? Integer.toString(pid) : command));
        return new Owner(attribution, Optional.of(process), OptionalLong.of(uid), Optional.of(users.name(uid)));
    }
}
