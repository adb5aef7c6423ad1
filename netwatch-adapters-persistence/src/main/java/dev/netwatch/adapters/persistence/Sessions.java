package dev.netwatch.adapters.persistence;

import java.util.Properties;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.apache.ibatis.type.JdbcType;

/** MyBatis, set up for records and for connections that outlive its sessions. */
final class Sessions {
    private Sessions() {}

    static SqlSessionFactory factory() {
        Configuration configuration = new Configuration(environment());
        configuration.setLogImpl(NoLoggingImpl.class); // parameters are private data: who talks to whom
        // The default maps a record's components by position and swaps columns without a word.
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setJdbcTypeForNull(JdbcType.NULL);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        configuration.addMapper(RecordMapper.class);
        configuration.addMapper(SightingMapper.class);
        configuration.addMapper(HousekeepingMapper.class);
        configuration.addMapper(NameMapper.class);
        configuration.addMapper(ExclusionMapper.class);
        configuration.addMapper(ImportMapper.class);
        configuration.addMapper(MarkMapper.class);
        configuration.addMapper(DayMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration);
    }

    /** Transactions are the database's business, and so are connections: every session is opened on one of them. */
    private static Environment environment() {
        Properties properties = new Properties();
        properties.setProperty("closeConnection", "false");
        ManagedTransactionFactory transactions = new ManagedTransactionFactory();
        transactions.setProperties(properties);
        return new Environment("netwatch", transactions, new UnpooledDataSource());
    }
}
