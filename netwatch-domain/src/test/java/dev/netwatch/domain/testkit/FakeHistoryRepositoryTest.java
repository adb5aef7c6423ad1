package dev.netwatch.domain.testkit;

import dev.netwatch.domain.port.HistoryRepository;

class FakeHistoryRepositoryTest extends HistoryRepositoryContract {
    private final FakeHistoryRepository.Store store = new FakeHistoryRepository.Store();

    @Override
    protected HistoryRepository open() {
        return new FakeHistoryRepository(store);
    }
}
