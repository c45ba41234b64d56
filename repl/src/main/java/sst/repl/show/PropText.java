package sst.repl.show;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sst.model.construct.Attachment;
import sst.model.function.FunctionDefinition;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.ref.Tokens;
import sst.model.value.Access;
import sst.model.value.Binding;
import sst.repl.view.Records;

/** Values of props as a user would write them, on one line. */
public final class PropText {
    private PropText() {}

    /** The value in one line. */
    public static String of(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return of(duration);
        }
        if (value instanceof Ref ref) {
            return ref.target().id() + "." + ref.attribute();
        }
        if (value instanceof CharSequence text) {
            return "'" + readable(text.toString()) + "'";
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "[:]"
                    : map.entrySet().stream()
                            .map(each -> each.getKey() + ": " + of(each.getValue()))
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(PropText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Record record ? of(record) : String.valueOf(value);
    }

    private static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 60 != 0 || seconds == 0) {
            return seconds + " seconds";
        }
        long minutes = seconds / 60;
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static String of(Record record) {
        if (record instanceof Binding binding) {
            String access = binding.access() == Access.ALL ? "" : " '" + binding.access() + "'";
            return binding.target().id() + access;
        }
        if (record instanceof ConstructId id) {
            return id.id();
        }
        if (record instanceof Attachment attachment) {
            return of(attachment.bindings().isEmpty() ? attachment.permissions() : attachment.bindings());
        }
        if (record instanceof FunctionDefinition.Inline inline) {
            return of(inline.props());
        }
        boolean isPlain = Records.components(record).values().stream()
                .noneMatch(each -> each instanceof Record || each instanceof Collection || each instanceof Map);
        boolean hasOwnText =
                isPlain && !record.toString().startsWith(record.getClass().getSimpleName() + "[");
        if (hasOwnText) {
            return record.toString();
        }
        return Records.components(record).entrySet().stream()
                .filter(each -> !Records.isNothing(each.getValue()))
                .filter(each -> !each.getKey().equals("at"))
                .map(each -> each.getKey() + ": " + of(each.getValue()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Texts may hold references; their tokens are for machines. */
    private static String readable(String text) {
        String shown = text;
        for (Ref ref : Tokens.refsIn(text)) {
            shown = shown.replace(ref.toString(), "${" + ref.target().id() + "." + ref.attribute() + "}");
        }
        return shown;
    }
}
