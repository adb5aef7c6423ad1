package dev.netwatch.tui.shell;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option.
 *
 * @param names as they are typed, the short one first
 * @param label what its value is called, where it takes one
 * @param everywhere whether every command takes it
 */
record OptionModel(List<String> names, Optional<String> label, Values values, String description, boolean everywhere) {
    static OptionModel of(OptionSpec option) {
        boolean takesValue = option.arity().max() > 0;
        boolean standard = option.usageHelp() || option.versionHelp();
        return new OptionModel(
                List.of(option.names()),
                takesValue ? Optional.of(option.paramLabel()) : Optional.empty(),
                Values.of(option),
                String.join(" ", option.description()),
                standard || option.inherited() || option.scopeType() == picocli.CommandLine.ScopeType.INHERIT);
    }

    boolean takesValue() {
        return label.isPresent();
    }
}
