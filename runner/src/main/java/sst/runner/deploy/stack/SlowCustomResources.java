package sst.runner.deploy.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.runner.aws.stack.StackEvent;
import sst.runner.deploy.event.DeployEvent.Warned;

/**
 * Warns of custom resources that stay silent: CloudFormation waits an hour for a function that never answers
 * (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html).
 */
final class SlowCustomResources {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackSite site;
    private final FunctionLogs logs;
    private final Map<String, Instant> working = new HashMap<>();

    SlowCustomResources(StackSite site, FunctionLogs logs) {
        this.site = site;
        this.logs = logs;
    }

    void take(StackEvent event) {
        if (!FunctionLogs.isCustom(event.type())) {
            return;
        }
        if (event.status().isInProgress()) {
            working.putIfAbsent(event.logicalId(), now());
        } else {
            working.remove(event.logicalId());
        }
    }

    void warn() {
        Instant late = now().minus(PATIENCE);
        List<String> silent = working.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(late))
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(id -> {
            Instant since = working.getOrDefault(id, now());
            // Said once: from now on it is not watched any more.
            working.remove(id);
            site.events()
                    .accept(new Warned(
                            id + " has been working for 5 minutes; CloudFormation waits an hour for its function"));
            logs.tail(id, since).forEach(line -> site.events().accept(new Warned("  | " + line)));
        });
    }

    private Instant now() {
        return site.polls().now();
    }
}
