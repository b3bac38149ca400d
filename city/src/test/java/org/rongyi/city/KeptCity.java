package org.rongyi.city;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that opens a kept database and then waits to be killed; [EmbeddedDatabaseTest] starts it.
final class KeptCity {
    static final String OPEN = "open ";

    private KeptCity() {}

    public static void main(String[] folder) throws InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.kept(Path.of(folder[0]), false);
        System.out.println(OPEN + database.jdbcUrl());
        new CountDownLatch(1).await();
    }
}
