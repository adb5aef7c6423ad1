package dev.netwatch.domain.testkit;

import dev.netwatch.domain.port.ExclusionRepository;

class FakeExclusionRepositoryTest extends ExclusionRepositoryContract {
    private final ExclusionRepository exclusions = new FakeExclusionRepository();

    @Override
    protected ExclusionRepository exclusions() {
        return exclusions;
    }
}
