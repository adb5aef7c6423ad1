package dev.netwatch.tui.shell;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** A file that is made from the program's own description of its commands and options. */
public enum ShellFile {
    BASH("bash-completion/completions/netwatch"),
    ZSH("zsh/site-functions/_netwatch"),
    FISH("fish/vendor_completions.d/netwatch.fish"),
    MAN("man/man1/netwatch.1");

    private final String place;

    ShellFile(String place) {
        this.place = place;
    }

    /** Where it belongs, below a folder like {@code /usr/share}. */
    public Path place() {
        return Path.of(place);
    }

    /**
     * What is in it; ASCII.
     *
     * @param program the program's command, with all below it
     */
    public String text(CommandSpec program, String version) {
        CommandModel model = CommandModel.of(program);
        return switch (this) {
            case BASH -> new BashScript(model).text();
            case ZSH -> new ZshScript(model).text();
            case FISH -> new FishScript(model).text();
            case MAN -> new ManPage(model, version).text();
        };
    }
}
