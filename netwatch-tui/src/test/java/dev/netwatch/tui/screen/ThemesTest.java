package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.ThemeName;
import dev.netwatch.tui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemesTest {
    private static List<Ink> inks(Inks inks) {
        return List.of(inks.quiet(), inks.accent(), inks.fresh(), inks.alarm(), inks.received(), inks.sent());
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, ffffff, 4.5",
        "LIGHT, f5f5f5, 4.5",
        "DARK, 000000, 4.5",
        "DARK, 1e1e1e, 4.5",
        "HIGH_CONTRAST, 000000, 7",
        // its own design: made for two papers, less than 4.5 on either
        "SOLARIZED, 002b36, 2.9",
        "SOLARIZED, fdf6e3, 2.4"
    })
    void everyInkCanBeReadOnItsPaper(ThemeName name, String paper, double least) {
        int background = Integer.parseInt(paper, 16);
        for (Ink ink : inks(Inks.of(name))) {
            assertTrue(Contrast.of(ink.rgb(), background) >= least, name + " " + Integer.toHexString(ink.rgb()));
            int coarse = Ink.rgbOf(Ink.index(ink.rgb()));
            assertTrue(Contrast.of(coarse, background) >= least * 0.9, name + " of 256 " + Integer.toHexString(coarse));
        }
    }

    @Test
    void contrastIsMeasuredAsTheStandardSays() {
        assertEquals(21, Contrast.of(0, 0xffffff), 1e-9);
        assertEquals(1, Contrast.of(0x123456, 0x123456), 1e-9);
        assertEquals(4.54, Contrast.of(0x767676, 0xffffff), 0.01);
    }

    @Test
    void theNearestOf256IsItselfWhereItIsAmongThem() {
        for (int i = 16; i < 256; i++) {
            assertEquals(Ink.rgbOf(i), Ink.rgbOf(Ink.index(Ink.rgbOf(i))));
        }
        assertEquals(231, Ink.index(0xfefefe));
    }

    private static List<AttributedStyle> styles(Theme theme) {
        return List.of(
                theme.plain(),
                theme.strong(),
                theme.faint(),
                theme.accent(),
                theme.fresh(),
                theme.alarm(),
                theme.received(),
                theme.sent(),
                theme.heading(),
                theme.headingAccent(),
                theme.selected(),
                theme.tab());
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void withoutColoursThereAreNone(ThemeName name) {
        for (AttributedStyle style : styles(Themes.of(name, ColorDepth.NONE))) {
            assertFalse(style.toAnsi().matches("(.*;)?[34][0-9](;.*)?"), style.toAnsi());
        }
        assertEquals(Theme.MONO, Themes.of(name, ColorDepth.NONE));
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void eightColoursAreTheTerminalsOwn(ThemeName name) {
        for (AttributedStyle style : styles(Themes.of(name, ColorDepth.EIGHT))) {
            assertFalse(style.toAnsi().contains("38;") || style.toAnsi().contains("48;"), style.toAnsi());
        }
    }

    @Test
    void theColoursOfEveryThemeAsTheyWere() {
        for (ThemeName name : ThemeName.values()) {
            List<AttributedString> legend = new ArrayList<>();
            for (ColorDepth depth : ColorDepth.values()) {
                legend.add(legend(name, depth));
            }
            Golden.check("legend-" + name.word(), legend);
        }
    }

    private static AttributedString legend(ThemeName name, ColorDepth depth) {
        Theme theme = Themes.of(name, depth);
        Line line = new Line()
                .add(name.word() + " " + depth, AttributedStyle.DEFAULT)
                .padTo(24, AttributedStyle.DEFAULT);
        String[] words = {
            "plain",
            "strong",
            "faint",
            "accent",
            "fresh",
            "alarm",
            "received",
            "sent",
            "heading",
            "sorted",
            "selected",
            "tab"
        };
        List<AttributedStyle> styles = styles(theme);
        for (int i = 0; i < words.length; i++) {
            line.add(words[i], styles.get(i)).add(" ", AttributedStyle.DEFAULT);
        }
        return line.build();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeName.class,
            names = {"LIGHT", "HIGH_CONTRAST"})
    void looksAsItDidIn(ThemeName name) {
        FakeClock clock = new FakeClock();
        UiState state = UiState.initial(TableOptions.DEFAULT);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), state, clock);
        Look look = new Look(Themes.of(name, ColorDepth.TRUE), Glyphs.UNICODE);
        Golden.check("theme-" + name.word() + "-80x24", Scenes.draw(look, scene, state, new Size(80, 24)));
    }

    @Test
    void colourIsNeverTheOnlySign() {
        FakeClock clock = new FakeClock();
        UiState state = UiState.initial(TableOptions.DEFAULT);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), state, clock);
        Stream<List<String>> texts = Stream.of(ThemeName.values())
                .map(name -> Scenes.draw(
                                new Look(Themes.of(name, ColorDepth.TRUE), Glyphs.UNICODE),
                                scene,
                                state,
                                new Size(120, 30))
                        .stream()
                        .map(AttributedString::toString)
                        .toList());
        assertEquals(1, texts.distinct().count());
    }
}
