package org.rongyi.city.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The text files of the whole repository, as they lie on the disk.
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> TEXT = Set.of(
            "java", "jte", "sql", "css", "js", "sh", "yaml", "yml", "xml", "md", "properties", "factories", "lock");
    private static final Set<String> SCRIPTS = Set.of("rongyi", ".ci/run");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "vendor", "screenshots");

    private final TreeMap<String, String> files = new TreeMap<>();
    private final Map<String, JavaSource> sources = new HashMap<>();

    private Repository() {}

    /// Built things and what others wrote (`vendor`, minified files) are left out.
    static Repository read() {
        Repository repository = new Repository();
        try {
            Files.walkFileTree(ROOT, repository.new Reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return repository;
    }

    /// Path from the root with `/`, and text.
    void forEach(BiConsumer<String, String> each) {
        files.forEach(each);
    }

    List<String> paths(String prefix, String suffix) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.endsWith(suffix))
                .toList();
    }

    String text(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new IllegalArgumentException("no text file (" + path + ") in the repository");
        }
        return text;
    }

    /// A Java file as the compiler reads it.
    JavaSource java(String path) {
        if (sources.isEmpty()) {
            sources.putAll(
                    JavaSource.parse(paths("", ".java").stream().collect(Collectors.toMap(java -> java, this::text))));
        }
        return Objects.requireNonNull(sources.get(path));
    }

    static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    static boolean isScript(String path) {
        return SCRIPTS.contains(path) || path.endsWith(".sh");
    }

    private final class Reader extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            if ((TEXT.contains(extension(path)) || isScript(path)) && !path.contains(".min.")) {
                files.put(path, Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
