package dev.netwatch.tui.config;

import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;

/**
 * The folder netwatch keeps its files in.
 *
 * @param folder absolute; it need not exist
 * @param owner whom its files belong to, where that is not the user of this process: the one who called sudo
 */
public record Home(Path folder, Optional<FileOwner> owner) {
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Makes the folder, for its owner's eyes only, if it is not there.
     *
     * @return why that cannot be, in which case nothing is kept in it
     */
    public Optional<Notice> prepare() {
        try {
            if (!Files.isDirectory(folder, links())) {
                create();
            }
            return Files.isWritable(folder) ? Optional.empty() : Optional.of(unusable("it is read-only"));
        } catch (FileAlreadyExistsException e) {
            return Optional.of(unusable("it is not a folder"));
        } catch (IOException e) {
            return Optional.of(unusable(Failures.reason(e)));
        }
    }

    private void create() throws IOException {
        Path parent = folder.getParent();
        if (parent != null && owner.isEmpty()) {
            Files.createDirectories(parent);
        }
        FileAttribute<?>[] forUs = OwnerOnly.HERE.folder();
        Files.createDirectory(folder, forUs);
        OwnerOnly.HERE.settle(folder, forUs);
        giveToOwner(folder);
    }

    /** Hands a file just created to the user it belongs to; nothing to do where that is this user. A link stays. */
    public void giveToOwner(Path file) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(file, "unix:uid", owner.get().uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", owner.get().gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private LinkOption[] links() {
        return owner.isPresent() ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[0];
    }

    private Notice unusable(String reason) {
        return Notice.warning(
                "home-unusable",
                "Nothing is remembered and no log is kept: " + folder + ": " + reason
                        + "; choose another folder with --home.");
    }
}
