package sst.local.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * Matches events against patterns; those used of late are kept compiled.
 * See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
public final class EventPatterns {
    private static final int KEPT = 256;
    private static final String RULE = "rule";

    private final Map<String, Machine> compiled = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Machine> eldest) {
            return size() > KEPT;
        }
    });

    /** What is wrong with a pattern; empty when nothing is. */
    public static Optional<String> fault(String pattern) {
        return Optional.ofNullable(JsonRuleCompiler.check(pattern));
    }

    /** Whether the event matches a pattern that has no fault. */
    public boolean matches(String pattern, JsonNode event) {
        try {
            Machine machine = compiled.get(pattern);
            if (machine == null) {
                machine = Machine.builder().build();
                machine.addRule(RULE, pattern);
                compiled.put(pattern, machine);
            }
            return !machine.rulesForJSONEvent(event.toString()).isEmpty();
        } catch (IOException checkedBefore) {
            throw new IllegalStateException("a pattern that was checked: " + pattern, checkedBefore);
        } catch (Exception broken) {
            throw new IllegalStateException("cannot match " + pattern, broken);
        }
    }
}
