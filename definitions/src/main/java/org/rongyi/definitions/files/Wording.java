package org.rongyi.definitions.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Says in words why a file could not be read or written; Java itself often names the file and nothing else.
public final class Wording {

    private Wording() {}

    /// @param what such as "cannot be written"
    public static IOException of(Path file, String what, IOException cause) {
        return new IOException("%s: %s (%s)".formatted(file, what, reason(cause)), cause);
    }

    /// "1 row", "2 rows".
    public static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    public static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException none -> "there is no " + none.getFile();
            case AccessDeniedException denied -> "no permission";
            case FileAlreadyExistsException there -> "%s is there already".formatted(there.getFile());
            case NotDirectoryException file -> "%s is no folder".formatted(file.getFile());
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    }
}
