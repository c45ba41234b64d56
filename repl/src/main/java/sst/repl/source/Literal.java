package sst.repl.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionDefinition;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.ref.Tokens;
import sst.model.schema.written.Size;
import sst.model.value.Access;
import sst.model.value.Binding;
import sst.model.value.CdkHook;
import sst.model.value.Permission;
import sst.repl.view.Records;
import sst.runner.failure.Problems;

/**
 * A value of the model as Groovy source.
 *
 * @param argument behind the name of a prop, where maps and lists stand without brackets
 * @param expression anywhere else
 */
record Literal(String argument, String expression) {
    private static Literal same(String text) {
        return new Literal(text, text);
    }

    /**
     * The source of a value.
     *
     * @throws sst.model.diagnostic.UserError for code, which the model does not hold as text
     */
    static Literal of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Collection<?> all) {
            return list(all);
        }
        if (value instanceof Record record && !(value instanceof Ref)) {
            return record(record);
        }
        if (value instanceof CharSequence text) {
            return same(text(text.toString()));
        }
        return value instanceof Enum ? same(text(value.toString())) : scalar(value);
    }

    private static Literal scalar(@Nullable Object value) {
        if (value instanceof Duration duration) {
            long seconds = duration.toSeconds();
            boolean isMinutes = seconds % 60 == 0 && seconds > 0;
            String unit = isMinutes ? "minute" : "second";
            long count = isMinutes ? seconds / 60 : seconds;
            return same("'" + count + " " + unit + (count == 1 ? "'" : "s'"));
        }
        return same(String.valueOf(value));
    }

    private static String text(String text) {
        List<Ref> refs = Tokens.refsIn(text);
        if (refs.isEmpty()) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
        String only = refs.get(0).toString();
        if (text.equals(only)) {
            return reference(refs.get(0).target()) + "." + refs.get(0).attribute();
        }
        String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        for (Ref ref : refs) {
            quoted = quoted.replace(ref.toString(), "${" + reference(ref.target()) + "." + ref.attribute() + "}");
        }
        return "\"" + quoted + "\"";
    }

    /** A construct, from wherever it is named. */
    static String reference(ConstructId id) {
        int slash = id.id().indexOf('/');
        String owner =
                "use('" + id.stack() + "')." + (slash < 0 ? id.id() : id.id().substring(0, slash));
        return slash < 0 ? owner : owner + ".getFunction('" + id.id().substring(slash + 1) + "')";
    }

    private static Literal map(Map<?, ?> map) {
        String entries = map.entrySet().stream()
                .map(each -> key(String.valueOf(each.getKey())) + ": "
                        + of(each.getValue()).expression())
                .collect(Collectors.joining(", "));
        return new Literal(entries.isEmpty() ? "[:]" : entries, entries.isEmpty() ? "[:]" : "[" + entries + "]");
    }

    static String key(String key) {
        return key.matches("[A-Za-z_]\\w*") ? key : "'" + key + "'";
    }

    private static Literal list(Collection<?> all) {
        String items = all.stream().map(each -> of(each).expression()).collect(Collectors.joining(", "));
        // A list alone behind a name would be read as an index.
        return new Literal(all.isEmpty() ? "([])" : items, "[" + items + "]");
    }

    private static Literal record(Record record) {
        if (record instanceof Permission permission) {
            return permission(permission);
        }
        if (record instanceof Size size) {
            return same("'" + size + "'");
        }
        if (record instanceof CdkHook) {
            throw Problems.of(Code.UNSUPPORTED, "code of a cdk block cannot be written back")
                    .hint("copy the line from /edits")
                    .asError();
        }
        if (record instanceof Binding binding && binding.statements().isEmpty()) {
            String target = reference(binding.target());
            return same(binding.access() == Access.ALL ? target : "[" + target + ", '" + binding.access() + "']");
        }
        if (record instanceof FunctionDefinition.Existing existing) {
            return same(reference(existing.function()));
        }
        return props(record);
    }

    private static Literal permission(Permission permission) {
        if (permission instanceof Permission.Action action) {
            return same(text(action.action().equals("*") ? action.service() : action.iamAction()));
        }
        if (permission instanceof Permission.OnConstruct construct) {
            return same(reference(construct.target()));
        }
        return permission instanceof Permission.Stated stated ? props(stated.statement()) : same("'*'");
    }

    private static Literal props(Record record) {
        Map<String, Object> set = set(record);
        if (set.size() == 1 && set.containsKey("handler")) {
            return of(set.get("handler"));
        }
        boolean isWrapper = set.size() == 1 && Records.components(record).size() <= 2;
        Object only = set.values().stream().findFirst().orElse("");
        boolean isFunction = set.size() == 1 && set.containsKey("function") && only instanceof FunctionDefinition;
        return isFunction || (isWrapper && only instanceof Record) ? of(only) : map(set);
    }

    private static Map<String, Object> set(Record record) {
        Map<String, Object> set = new LinkedHashMap<>();
        Records.components(record).forEach((name, value) -> {
            if (!Records.isNothing(value) && !(value instanceof SourceRef)) {
                set.put(name, Objects.requireNonNull(value));
            }
        });
        return set;
    }

    /** The lines of a block's body, a prop each. */
    static List<String> body(Record props) {
        List<String> lines = new ArrayList<>();
        set(props).forEach((name, value) -> lines.add(name + " " + of(value).argument()));
        return lines;
    }
}
