package sst.scripts.source;

import java.util.Optional;
import java.util.stream.Stream;

/** What a script may be written in, told by the end of its file's name. */
public enum Language {
    GROOVY(".groovy"),
    JAVA(".java"),
    JSHELL(".jsh");

    private final String extension;

    Language(String extension) {
        this.extension = extension;
    }

    static Optional<Language> of(String fileName) {
        return Stream.of(values())
                .filter(language -> fileName.endsWith(language.extension))
                .findFirst();
    }

    /** A file's name without its end. */
    String base(String fileName) {
        return fileName.substring(0, fileName.length() - extension.length());
    }
}
