package sst.repl.deed;

import groovy.lang.MissingMethodException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.repl.command.Desk;
import sst.repl.view.Deeds.Deed;
import sst.runner.failure.Problems;
import sst.scripts.resource.Resources;

/** What scripts can do with a deployed table, bucket, queue or topic, done from a line. */
record ResourceDeed(String type, String id) {
    private static final Map<String, List<Deed>> DEEDS = Map.of(
            "Table",
            List.of(
                    new Deed("put", "(item)", "Writes an item over whatever has its key."),
                    new Deed("find", "(key)", "The item with that whole key, or null."),
                    new Deed("delete", "(key)", "Removes the item with that whole key."),
                    new Deed("all", "()", "All items.")),
            "Bucket",
            List.of(
                    new Deed("put", "(key, text)", "Writes an object."),
                    new Deed("text", "(key)", "An object as text."),
                    new Deed("keys", "(prefix)", "Every key that begins with the prefix."),
                    new Deed("delete", "(key)", "Removes an object.")),
            "Queue",
            List.of(new Deed("send", "(message)", "Sends text as it is and anything else as JSON.")),
            "Topic",
            List.of(new Deed("publish", "(message)", "Publishes text as it is and anything else as JSON.")));

    /** Deeds that a protected stage allows. */
    private static final Set<String> READS = Set.of("find", "all", "text", "keys");

    static List<Deed> of(String type) {
        return DEEDS.getOrDefault(type, List.of());
    }

    @Nullable
    Object run(String name, Object[] arguments, Desk desk, DeployedStage stage) {
        if (!READS.contains(name)) {
            desk.requireUnlocked();
        }
        Object resource = resource(stage.resources(desk));
        try {
            Object value = InvokerHelper.invokeMethod(resource, name, arguments);
            return value instanceof Optional<?> found ? found.orElse(null) : value;
        } catch (MissingMethodException missing) {
            String form = of(type).stream()
                    .filter(each -> each.name().equals(name))
                    .map(Deed::arguments)
                    .findFirst()
                    .orElse("()");
            throw Problems.of(
                            Code.WRONG_TYPE,
                            name + " of a " + type.toLowerCase(java.util.Locale.ROOT) + " takes " + form)
                    .subject(name)
                    .asError();
        } catch (InvokerInvocationException thrown) {
            throw thrown.getCause() instanceof RuntimeException cause ? cause : thrown;
        }
    }

    private Object resource(Resources resources) {
        return switch (type) {
            case "Table" -> resources.table(id);
            case "Bucket" -> resources.bucket(id);
            case "Queue" -> resources.queue(id);
            case "Topic" -> resources.topic(id);
            default -> throw new IllegalStateException(type);
        };
    }
}
