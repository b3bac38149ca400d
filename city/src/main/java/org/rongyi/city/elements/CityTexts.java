package org.rongyi.city.elements;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.definitions.ServiceCatalogue;

/// The files of the city's folder that take longest to read: its dictionary, its policies and its services. Each is
/// read once: ahead, on a thread of its own, or by the first who asks for it.
///
/// What is wrong with them is for whoever asks to judge.
public final class CityTexts {
    private final FutureTask<Loaded<Definitions>> definitions;
    private final FutureTask<Loaded<PolicyLibrary>> policies;
    private final FutureTask<Loaded<ServiceCatalogue>> services;

    public CityTexts(CityFolder folder) {
        definitions = new FutureTask<>(() -> Definitions.shipped().withCity(folder.path()));
        policies = new FutureTask<>(() ->
                PolicyLibrary.read(folder.resolve("policies"), definitions().value()));
        services = new FutureTask<>(
                () -> ServiceCatalogue.read(folder.path(), definitions().value()));
    }

    /// Reads all of them while the caller does something else.
    public CityTexts readAhead() {
        Thread.ofPlatform().daemon().name("reads-city").start(() -> {
            definitions.run();
            policies.run();
            services.run();
        });
        return this;
    }

    public Loaded<Definitions> definitions() {
        return read(definitions);
    }

    public Loaded<PolicyLibrary> policies() {
        return read(policies);
    }

    public Loaded<ServiceCatalogue> services() {
        return read(services);
    }

    /// A text that nobody has begun is read here and now; one that somebody reads is waited for.
    private static <T> T read(FutureTask<T> text) {
        text.run();
        try {
            return text.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the city's files were read", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the city's files cannot be read", failed.getCause());
        }
    }
}
