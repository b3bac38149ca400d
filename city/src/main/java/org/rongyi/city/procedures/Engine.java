package org.rongyi.city.procedures;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.procedure.Procedure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Flowable, kept small: tokens on their way, and nothing else. It knows no bean, no user, no form, no timer and no
/// history; it runs no job. It is built when a case needs it for the first time, its tables with it, so that a city
/// without procedures pays nothing. It joins the transaction of whoever calls.
@Component
class Engine {
    private static final String SCHEMA = "bpm";
    private static final String CASE = "case";
    /// One process at a time makes the tables, or a definition.
    private static final long LOCK = 0x726f_6e67_7969L;
    private static final int MOST_KEPT = 100;

    private final DataSource source;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable ProcessEngine built;

    Engine(DataSource source, JdbcClient database, PlatformTransactionManager transactions) {
        this.source = source;
        this.database = database;
        this.transactions = transactions;
    }

    private ProcessEngine engine() {
        ProcessEngine ready = built;
        return ready == null ? build() : ready;
    }

    boolean isBuilt() {
        return built != null;
    }

    private ProcessEngine build() {
        building.lock();
        try {
            ProcessEngine ready = built;
            if (ready == null) {
                // Alone: the tables stay, whatever becomes of the case that needed them; and all of them or none.
                TransactionTemplate alone = new TransactionTemplate(transactions);
                alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
                ready = Objects.requireNonNull(alone.execute(_ -> {
                    lock();
                    database.sql("create schema if not exists " + SCHEMA).update();
                    return made();
                }));
                built = ready;
            }
            return ready;
        } finally {
            building.unlock();
        }
    }

    /// To look for its tables the engine turns its connection to their schema, and would do so with every
    /// connection that it ever gets: what the case writes next would look for its tables there. Its statements name
    /// the schema anyway.
    private ProcessEngine made() {
        SpringProcessEngineConfiguration configuration = configured();
        ProcessEngine engine = configuration.buildProcessEngine();
        configuration.getDbSqlSessionFactory().setDatabaseSchema("");
        database.sql("reset search_path").update();
        return engine;
    }

    private void lock() {
        database.sql("select 1 from (select pg_advisory_xact_lock(?)) waited")
                .param(LOCK)
                .query(Integer.class)
                .single();
    }

    private SpringProcessEngineConfiguration configured() {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setEngineName("procedures");
        engine.setDataSource(source);
        engine.setTransactionManager(transactions);
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchema(SCHEMA);
        engine.setDatabaseTablePrefix(SCHEMA + ".");
        engine.setTablePrefixIsSchema(true);
        engine.setDatabaseSchemaUpdate("true");
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setHistoryLevel(HistoryLevel.NONE);
        engine.setAsyncExecutorActivate(false);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        engine.setEnableEventDispatcher(false);
        engine.setCreateDiagramOnDeploy(false);
        engine.setBeans(new HashMap<>());
        engine.setProcessDefinitionCacheLimit(MOST_KEPT);
        return engine;
    }

    /// Lets a case go by a procedure.
    ///
    /// @return what the engine calls it
    String start(long text, Procedure procedure, long caseId) {
        String definition = definition(text, procedure);
        return engine().getRuntimeService()
                .startProcessInstanceById(definition, Long.toString(caseId), Map.of(CASE, caseId))
                .getId();
    }

    private String definition(long text, Procedure procedure) {
        String key = EngineModel.key(text);
        ProcessDefinition known = find(key);
        if (known == null) {
            lock();
            known = find(key);
        }
        if (known == null) {
            engine().getRepositoryService()
                    .createDeployment()
                    .name(key)
                    .addBpmnModel(key + ".bpmn20.xml", EngineModel.of(text, procedure))
                    .deploy();
            known = Objects.requireNonNull(find(key), key);
        }
        return known.getId();
    }

    private @Nullable ProcessDefinition find(String key) {
        return engine().getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    /// The nodes at which it stands, each with the engine's name of its task.
    Map<String, String> open(String instance) {
        Map<String, String> open = new LinkedHashMap<>();
        for (Task task : engine().getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .list()) {
            open.put(task.getTaskDefinitionKey(), task.getId());
        }
        return open;
    }

    void complete(String task, String way) {
        engine().getTaskService().complete(task, Map.of(EngineModel.ANSWER, way));
    }

    boolean ended(String instance) {
        return engine().getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    void end(String instance) {
        if (!ended(instance)) {
            engine().getRuntimeService().deleteProcessInstance(instance, "the case is closed");
        }
    }
}
