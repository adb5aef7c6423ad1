package dev.netwatch.adapters.persistence;

import dev.netwatch.adapters.persistence.ExclusionMapper.ExclusionRow;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.ExclusionRepository;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.ibatis.session.ExecutorType;

/** Exclusions on SQLite. */
final class MybatisExclusionRepository implements ExclusionRepository {
    private final SqliteDatabase database;

    MybatisExclusionRepository(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<Exclusion> list() {
        return database.read(session -> session.getMapper(ExclusionMapper.class).list().stream()
                .map(row -> new Exclusion(row.process(), Times.fromMicros(row.addedAt())))
                .toList());
    }

    @Override
    public void add(Exclusion exclusion) {
        ExclusionRow row = new ExclusionRow(exclusion.process(), Times.toMicros(exclusion.addedAt()));
        write(mapper -> {
            mapper.add(row);
            return 1;
        });
    }

    @Override
    public boolean remove(String process) {
        return write(mapper -> mapper.remove(process)) > 0;
    }

    @Override
    public int clear() {
        return write(ExclusionMapper::clear);
    }

    private int write(ToIntFunction<ExclusionMapper> work) {
        return database.write(
                ExecutorType.SIMPLE, session -> work.applyAsInt(session.getMapper(ExclusionMapper.class)));
    }
}
