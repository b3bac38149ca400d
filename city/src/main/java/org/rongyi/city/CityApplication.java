package org.rongyi.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// One city: its rooms, its pages and its database.
///
/// The first argument may name a command. Without one the city serves its pages until it is stopped.
@SpringBootApplication
public class CityApplication {
    /// Takes files into the city's register, or names of service items into its catalogue, or guides of another
    /// portal as drafts, and ends; the exit code is the import's own.
    private static final String IMPORT = "import";

    private static final Set<String> OF_ANOTHER_ROOM = Set.of("items", "guides");

    /// Measures a room on an empty database and ends.
    private static final String BENCH = "bench";

    public static void main(String[] args) {
        try {
            if (args.length > 0 && (args[0].equals(IMPORT) || args[0].equals(BENCH))) {
                System.exit(runCommand(args[0], Arrays.copyOfRange(args, 1, args.length)));
            }
            SpringApplication city = new SpringApplication(CityApplication.class);
            city.addInitializers(new PortCheck());
            ConfigurableApplicationContext open = city.run(args);
            if (open.getEnvironment().getProperty("rongyi.rehearsal", Boolean.class, false)) {
                System.exit(SpringApplication.exit(open));
            }
        } catch (RuntimeException e) {
            if (CannotStart.in(e).isPresent()) {
                System.exit(CannotStart.EXIT_CODE); // told by StartRefusal
            }
            throw e;
        }
    }

    /// No pages and no demo data: only the beans that the command needs are made, so that it starts fast and
    /// cannot fail over a page.
    private static int runCommand(String command, String[] args) {
        ConfigurableApplicationContext city = new SpringApplicationBuilder(CityApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("rongyi.command", named(command, args)))
                .run(args);
        return SpringApplication.exit(city);
    }

    /// What is imported or measured belongs to one room: each has a command of its own.
    static String named(String command, String[] args) {
        boolean one = args.length > 0 && (command.equals(BENCH) || OF_ANOTHER_ROOM.contains(args[0]));
        return one ? command + " " + args[0] : command;
    }

    @Bean
    CityFolder cityFolder(@Value("${rongyi.city}") String folder) {
        Path path = Path.of(folder).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new CannotStart(
                    "there is no city folder (" + path + ").",
                    "Maybe name another folder with --city; those at hand are under cities/.");
        }
        return new CityFolder(path);
    }

    /// The only clock. Every room takes it as a parameter, so that a test can choose the day.
    @Bean
    Clock clock() {
        return PastTime.over(Clock.systemUTC());
    }
}
