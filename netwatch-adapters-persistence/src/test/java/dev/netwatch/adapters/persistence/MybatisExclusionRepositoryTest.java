package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.testkit.ExclusionRepositoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MybatisExclusionRepositoryTest extends ExclusionRepositoryContract {
    @TempDir
    private Path directory;

    private Store store;
    private Persistence persistence;

    @BeforeEach
    void open() {
        store = new Store(directory);
        persistence = store.open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ExclusionRepository exclusions() {
        return persistence.exclusions();
    }
}
