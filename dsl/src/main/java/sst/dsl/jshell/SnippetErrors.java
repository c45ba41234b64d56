package sst.dsl.jshell;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import sst.dsl.scope.ConfigSession;
import sst.model.app.build.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;
import sst.model.schema.Block;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;

/** Says in the user's words, and at the line of the file, what the compiler did not take. */
public final class SnippetErrors {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) ([\\w$]+)");
    private static final Pattern OWNER = Pattern.compile("location:\\s+(?:.* of type |class |interface )([\\w.$]+)");
    private static final Set<String> READ = Set.of("stage", "env", "isLocal", "isDev");

    private SnippetErrors() {}

    /**
     * A snippet's error.
     *
     * @param source the snippet's text
     * @param begin where it begins in the file
     */
    public static Diagnostic of(Diag diag, String source, SourceRef begin) {
        int given = (int) Math.max(0, Math.min(source.length(), diag.getPosition()));
        // The compiler points at the dot before a member.
        int offset = source.startsWith(".", given) ? given + 1 : given;
        String before = source.substring(0, offset);
        int lines = (int) before.chars().filter(each -> each == '\n').count();
        int column = offset - before.lastIndexOf('\n') + (lines == 0 ? Math.max(1, begin.column()) - 1 : 0);
        String[] text = diag.getMessage(Locale.ENGLISH).split("\\R", 2);
        String detail = text.length > 1 ? text[1] : "";
        Diagnostic error = text[0].equals("cannot find symbol") ? missing(detail) : plain(text[0], detail);
        return error.at(new SourceRef(begin.file(), begin.line() + lines, column));
    }

    private static Diagnostic plain(String first, String detail) {
        String summary = first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
        String shown = detail.lines()
                .filter(line -> !line.isBlank() && !line.contains("location: class"))
                .limit(4)
                .collect(Collectors.joining("\n"));
        return Diagnostic.error(Code.SYNTAX, summary).detail(shown);
    }

    private static Diagnostic missing(String detail) {
        Matcher symbol = SYMBOL.matcher(detail);
        if (!symbol.find()) {
            return plain("cannot find symbol", detail);
        }
        Matcher owner = OWNER.matcher(detail);
        Optional<Class<?>> type = owner.find() ? type(owner.group(1)) : Optional.empty();
        return type.map(each -> member(each, symbol.group(2))).orElseGet(() -> name(symbol.group(2)));
    }

    private static Diagnostic member(Class<?> type, String name) {
        Set<String> known = Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
                .map(Method::getName)
                .filter(each -> !Block.class.isAssignableFrom(type) || !each.matches("set[A-Z].*"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Diagnostic.error(Code.UNKNOWN_METHOD, noun(type) + " has no '" + name + "'")
                .hint(nearest(type, name, known));
    }

    /** Other spellings of a prop are Groovy's; Java has its one name. */
    private static String nearest(Class<?> type, String name, Set<String> known) {
        Optional<BlockSchema<?>> schema = schema(type);
        Optional<PropSchema> meant = schema.flatMap(block -> block.prop(name));
        if (meant.isPresent()) {
            return "write " + meant.get().name();
        }
        Set<String> spellings = new LinkedHashSet<>(known);
        schema.ifPresent(block -> spellings.addAll(block.spellings()));
        return Suggestion.nearest(name, spellings)
                .map(near -> schema.flatMap(block -> block.prop(near))
                        .map(PropSchema::name)
                        .orElse(near))
                .map(near -> "did you mean '" + near + "'?")
                .orElse("");
    }

    private static Optional<BlockSchema<?>> schema(Class<?> type) {
        try {
            return Block.class.isAssignableFrom(type)
                    ? Optional.of(((Block<?>) type.getDeclaredConstructor().newInstance()).schema())
                    : Optional.empty();
        } catch (ReflectiveOperationException notOfAConstruct) {
            return Optional.empty();
        }
    }

    private static String noun(Class<?> type) {
        boolean isOfDsl = type == StackBlock.class
                || Block.class.isAssignableFrom(type)
                || ConstructHandle.class.isAssignableFrom(type);
        if (!isOfDsl) {
            return "a " + type.getSimpleName();
        }
        String base = type.getSimpleName().replaceFirst("Block$", "");
        return base.substring(0, 1).toLowerCase(Locale.ROOT) + base.substring(1);
    }

    private static Diagnostic name(String name) {
        String hint = READ.contains(name)
                ? "write " + name + "()"
                : ConfigSession.topLevelHint(name)
                        .replace("stack('name') { ", "stack(\"name\", s -> s.")
                        .replace("('Id') { … } }", "(\"Id\", …))");
        return Diagnostic.error(Code.UNKNOWN_PROPERTY, "'" + name + "' is not known here")
                .hint(hint);
    }

    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, SnippetErrors.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError notOurs) {
            return Optional.empty();
        }
    }

    /** The errors for what a snippet waits for and the file never declares, such as {@code method size(int)}. */
    static List<Diagnostic> unresolved(List<String> dependencies, SourceRef begin) {
        return dependencies.stream()
                .map(each -> each.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*$", ""))
                .map(name -> name(name).subject(name).at(begin.at(0)))
                .toList();
    }
}
