package dev.netwatch.adapters.persistence;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/*
 * The user is asked for by name: the owner of a file just made, which would be simpler, is the group of administrators
 * where one of them runs the program with all rights, and the same person without them would be locked out.
 *
 * The adapters do not know each other, nor a front end them: this is in each module that makes files of its own.
 */
/**
 * What makes a new file or folder one for the eyes of its user: 0600 and 0700, or where the file system has access control
 * lists instead (Windows), one with that user alone, which a folder hands down. Where it has neither, nothing.
 */
final class OwnerOnly {
    static final OwnerOnly HERE = new OwnerOnly(
            FileSystems.getDefault().supportedFileAttributeViews(),
            () -> user(FileSystems.getDefault(), System.getenv(), System.getProperty("user.name", "")));

    private final Set<String> views;
    private final Supplier<Optional<UserPrincipal>> user;

    /**
     * @param views what the file system supports
     * @param user asked only where there are access control lists
     */
    OwnerOnly(Set<String> views, Supplier<Optional<UserPrincipal>> user) {
        this.views = Set.copyOf(views);
        this.user = user;
    }

    /** The name alone could be that of another user, of this machine instead of the domain. */
    static Optional<UserPrincipal> user(FileSystem files, Map<String, String> environment, String name) {
        String domain = environment.getOrDefault("USERDOMAIN", "");
        for (String full : domain.isEmpty() ? List.of(name) : List.of(domain + "\\" + name, name)) {
            try {
                return Optional.of(files.getUserPrincipalLookupService().lookupPrincipalByName(full));
            } catch (IOException | UnsupportedOperationException unknown) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** To create a file with. */
    FileAttribute<?>[] file() {
        return attributes("rw-------", Set.of());
    }

    /** To create a folder with. */
    FileAttribute<?>[] folder() {
        return attributes("rwx------", EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
    }

    private FileAttribute<?>[] attributes(String rights, Set<AclEntryFlag> flags) {
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
            };
        }
        return views.contains("acl")
                ? user.get()
                        .map(owner -> new FileAttribute<?>[] {new Acl(List.of(all(owner, flags)))})
                        .orElseGet(() -> new FileAttribute<?>[0])
                : new FileAttribute<?>[0];
    }

    private static AclEntry all(UserPrincipal owner, Set<AclEntryFlag> flags) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build();
    }

    private record Acl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }

    /** Takes from what was just created with {@code attributes} the rights that its folder handed down to it. */
    void settle(Path created, FileAttribute<?>... attributes) throws IOException {
        for (FileAttribute<?> attribute : attributes) {
            if (attribute instanceof Acl acl) {
                AclFileAttributeView view = Files.getFileAttributeView(created, AclFileAttributeView.class);
                if (view != null && Files.getFileStore(created).supportsFileAttributeView(AclFileAttributeView.class)) {
                    view.setAcl(acl.value());
                }
            }
        }
    }
}
