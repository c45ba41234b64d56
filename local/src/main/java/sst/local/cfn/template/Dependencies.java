package sst.local.cfn.template;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which resources wait for which. */
public final class Dependencies {
    private Dependencies() {}

    /** For each of the given resources, those of them that must be there before it. */
    public static Map<String, Set<String>> of(Template template, Collection<String> logicalIds) {
        Map<String, Set<String>> graph = new LinkedHashMap<>();
        for (String logicalId : logicalIds) {
            ResourceDeclaration resource = declaration(template, logicalId);
            Set<String> needed = new LinkedHashSet<>(resource.dependsOn());
            needed.addAll(References.of(resource.properties()).resourceNames());
            needed.retainAll(logicalIds);
            needed.remove(logicalId);
            graph.put(logicalId, needed);
        }
        return graph;
    }

    /** The names that can never start because they wait for each other; empty when there is an order. */
    public static Set<String> cycle(Map<String, Set<String>> graph) {
        Map<String, Set<String>> left = new LinkedHashMap<>();
        graph.forEach((name, needed) -> left.put(name, new LinkedHashSet<>(needed)));
        peel(left);
        Map<String, Set<String>> reversed = reversed(left);
        peel(reversed);
        return new TreeSet<>(reversed.keySet());
    }

    /** The same graph with every arrow turned, for deletion. */
    public static Map<String, Set<String>> reversed(Map<String, Set<String>> graph) {
        Map<String, Set<String>> reversed = new LinkedHashMap<>();
        graph.keySet().forEach(name -> reversed.put(name, new LinkedHashSet<>()));
        graph.forEach((name, needed) -> needed.forEach(other -> {
            Set<String> waiting = reversed.get(other);
            if (waiting != null) {
                waiting.add(name);
            }
        }));
        return reversed;
    }

    private static void peel(Map<String, Set<String>> left) {
        Map<String, Set<String>> users = reversed(left);
        Deque<String> free = new ArrayDeque<>();
        left.forEach((name, needed) -> {
            if (needed.isEmpty()) {
                free.add(name);
            }
        });
        while (!free.isEmpty()) {
            String name = free.remove();
            left.remove(name);
            for (String user : users.getOrDefault(name, Set.of())) {
                Set<String> needed = left.get(user);
                if (needed != null && needed.remove(name) && needed.isEmpty()) {
                    free.add(user);
                }
            }
        }
    }

    private static ResourceDeclaration declaration(Template template, String logicalId) {
        ResourceDeclaration found = template.resources().get(logicalId);
        if (found == null) {
            throw new IllegalArgumentException("no resource " + logicalId);
        }
        return found;
    }
}
