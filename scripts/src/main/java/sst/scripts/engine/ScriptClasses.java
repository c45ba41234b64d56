package sst.scripts.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script's classes and jars. They come before our own, so that a script gets the version of a library that it asked for;
 * only what it shares with us comes from us.
 */
final class ScriptClasses extends URLClassLoader {
    private static final List<String> SHARED = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sst.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.groovy.",
            "picocli.",
            "software.amazon.awssdk.");

    ScriptClasses(Path classes, List<Path> jars) {
        super(
                Stream.concat(Stream.of(classes), jars.stream())
                        .map(ScriptClasses::url)
                        .toArray(URL[]::new),
                ScriptClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException notOurs) {
                return super.loadClass(name, resolve);
            }
        }
    }

    /** A class of the script itself. */
    Class<?> main(String name) {
        try {
            return loadClass(name, true);
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException("the script cache has no class " + name, e));
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
