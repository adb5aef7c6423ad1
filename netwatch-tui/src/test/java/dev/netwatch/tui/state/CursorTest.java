package dev.netwatch.tui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void theFirstRowIsSelectedAtFirst() {
        assertEquals(3, Rows.selected(Cursor.START.settle(Rows.of(3, 2, 1), 5)));
    }

    @Test
    void theSelectionFollowsTheRowNotItsPlace() {
        Cursor cursor = Cursor.START.move(1, Rows.of(1, 2, 3), 5).settle(Rows.of(3, 1, 2), 5);
        assertEquals(2, Rows.selected(cursor));
        assertEquals(2, cursor.index());
    }

    @Test
    void untouchedItFollowsTheRowTooButNotOffTheFirstPage() {
        Cursor cursor = Cursor.START.settle(Rows.of(1, 2, 3, 4), 2);
        assertEquals(1, Rows.selected(cursor.settle(Rows.of(2, 1, 3, 4), 2)));
        Cursor sunk = cursor.settle(Rows.of(2, 3, 4, 1), 2);
        assertEquals(2, Rows.selected(sunk));
        assertEquals(0, sunk.top());
    }

    @Test
    void theNeighbourTakesOverWhenTheRowIsGone() {
        Cursor second = Cursor.START.move(1, Rows.of(1, 2, 3), 5);
        assertEquals(3, Rows.selected(second.settle(Rows.of(1, 3), 5)));
        Cursor last = Cursor.START.move(2, Rows.of(1, 2, 3), 5);
        assertEquals(2, Rows.selected(last.settle(Rows.of(1, 2), 5)));
    }

    @Test
    void anEmptyTableDoesNotForgetTheRow() {
        Cursor cursor = Cursor.START.move(1, Rows.of(1, 2, 3), 5).settle(Rows.of(), 5);
        assertEquals(2, Rows.selected(cursor.settle(Rows.of(2, 3, 1), 5)));
    }

    @Test
    void scrollsByRowsNotByPages() {
        List<ListLine> rows = Rows.of(1, 2, 3, 4, 5, 6);
        Cursor cursor = Cursor.START;
        for (int i = 0; i < 4; i++) {
            cursor = cursor.move(1, rows, 3);
        }
        assertEquals(2, cursor.top());
        assertEquals(2, cursor.move(-1, rows, 3).top());
        assertEquals(1, cursor.move(-3, rows, 3).top());
    }

    @Property
    void whateverHappensTheSelectedRowIsOnTheScreen(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int pages) {
        Random random = new Random(seed);
        Cursor cursor = Cursor.START;
        for (int step = 0; step < 40; step++) {
            List<ListLine> rows = someRows(random);
            int page = 1 + random.nextInt(pages);
            int before = Rows.selected(cursor);
            cursor = cursor.settle(rows, page);
            boolean there =
                    rows.stream().anyMatch(row -> ((RowKey) row.key()).row().port() == before);
            assertTrue(!there || !cursor.moved() || Rows.selected(cursor) == before, "it follows its row");
            cursor = cursor.move(random.nextInt(21) - 10, rows, page);
            if (!rows.isEmpty()) {
                assertEquals(rows.get(cursor.index()).key(), cursor.selected().orElseThrow());
                assertTrue(cursor.index() >= cursor.top() && cursor.index() < cursor.top() + page, cursor::toString);
                assertTrue(cursor.top() <= Math.max(0, rows.size() - page), cursor::toString);
            }
        }
    }

    private static List<ListLine> someRows(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            if (random.nextInt(3) > 0) {
                numbers.add(random.nextInt(numbers.size() + 1), number);
            }
        }
        return Rows.of(random.nextInt(10) == 0 ? List.of() : numbers);
    }
}
