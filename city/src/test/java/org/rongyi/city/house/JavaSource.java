package org.rongyi.city.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A Java file as the compiler reads it: its functions with their lengths and its texts.
record JavaSource(List<Function> functions, List<String> texts) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    /// @param lines from the first line of the declaration, annotations included, to the closing brace
    record Function(String name, long line, long lines) {}

    static JavaSource parse(String path, String text) {
        return parse(Map.of(path, text)).values().iterator().next();
    }

    /// By path, each with its text: the compiler is set up once for all of them.
    static Map<String, JavaSource> parse(Map<String, String> texts) {
        List<JavaFileObject> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(new InMemory(path, text)));
        JavacTask task = (JavacTask) COMPILER.getTask(null, FILES, fault -> {}, List.of(), null, files);
        Map<String, JavaSource> sources = new HashMap<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                JavaSource source = new JavaSource(new ArrayList<>(), new ArrayList<>());
                source.collect(unit, positions);
                sources.put(unit.getSourceFile().toUri().getPath().substring(1), source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private void collect(CompilationUnitTree unit, SourcePositions positions) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                long end = positions.getEndPosition(unit, method);
                if (end >= 0) {
                    long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                    long to = unit.getLineMap().getLineNumber(end);
                    functions.add(new Function(method.getName().toString(), from, to - from + 1));
                }
                return super.visitMethod(method, nothing);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String value) {
                    texts.add(value);
                }
                return super.visitLiteral(literal, nothing);
            }
        }.scan(unit, null);
    }
}
