package org.rongyi.planted;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/// One class a broken rule.
public final class Violations {
    private Violations() {}

    public static class InjectsIntoAField {
        @Autowired
        @Nullable
        JdbcClient jdbc;
    }

    public static class ReadsTheClock {
        public LocalDate today() {
            return LocalDate.now(java.time.ZoneOffset.UTC);
        }
    }

    public static class ReadsTheMillis {
        public long now() {
            return System.currentTimeMillis();
        }
    }

    public static class MakesAClock {
        public Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static class UsesOldDates {
        public Date date(long millis) {
            return new Date(millis);
        }
    }

    @Controller
    public static class OpenController {}

    @Service
    public static class OpenService {}

    public static class ThrowsAnything {
        public void fail() {
            throw new RuntimeException("something");
        }
    }

    public static class WritesToTheTerminal {
        public void say() {
            System.out.println("something");
        }
    }

    public static class KeepsState {
        public static int count;
    }

    /// A door as wide as a wall.
    public interface WideDoor {
        void a();

        void b();

        void c();

        void d();

        void e();

        void f();

        void g();

        void h();

        void i();

        void j();

        void k();

        void l();

        void m();
    }
}
