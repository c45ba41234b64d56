package sst.model.app.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.model.app.StackModel;
import sst.model.construct.Addition;
import sst.model.construct.Attachment;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.ref.ConstructId;

/** Which stack needs which: what was said, and what follows from references. */
final class StackOrder {
    private StackOrder() {}

    /** The stacks with every stack they refer to among their dependencies. */
    static List<StackModel> withReferences(List<StackModel> stacks) {
        Map<String, Set<String>> needs = needs(stacks);
        return stacks.stream()
                .map(stack -> new StackModel(
                        stack.name(),
                        stack.options(),
                        stack.functionDefaults(),
                        stack.constructs(),
                        stack.cdkBlocks(),
                        stack.outputs(),
                        List.copyOf(needs.getOrDefault(stack.name(), Set.of())),
                        stack.at()))
                .toList();
    }

    /** An error for each circle of stacks, naming its path. */
    static List<Diagnostic> cycles(List<StackModel> stacks) {
        Map<String, Set<String>> needs = needs(stacks);
        for (StackModel stack : stacks) {
            List<String> path = pathBack(stack.name(), needs);
            if (!path.isEmpty()) {
                return List.of(Diagnostic.error(
                                Code.CIRCULAR_STACKS, "stacks need each other in a circle: " + String.join(" → ", path))
                        .hint("move what both need into a third stack")
                        .at(stack.at()));
            }
        }
        return List.of();
    }

    private static List<String> pathBack(String start, Map<String, Set<String>> needs) {
        List<List<String>> open = new ArrayList<>(List.of(List.of(start)));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            List<String> path = open.remove(0);
            for (String next : needs.getOrDefault(path.get(path.size() - 1), Set.of())) {
                List<String> longer = new ArrayList<>(path);
                longer.add(next);
                if (next.equals(start)) {
                    return longer;
                }
                if (seen.add(next)) {
                    open.add(longer);
                }
            }
        }
        return List.of();
    }

    private static Map<String, Set<String>> needs(List<StackModel> stacks) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        stacks.forEach(stack -> needs.put(stack.name(), needs(stack)));
        FunctionHomes homes = new FunctionHomes(stacks);
        for (StackModel stack : stacks) {
            for (ConstructModel construct : stack.constructs()) {
                for (Attachment attachment : construct.attachments()) {
                    String home = homes.of(construct, attachment.target());
                    Set<String> needed = needs.getOrDefault(home, new LinkedHashSet<>());
                    References.in(attachment).stream().map(ConstructId::stack).forEach(needed::add);
                    needed.remove(home);
                }
            }
        }
        return needs;
    }

    private static Set<String> needs(StackModel stack) {
        Set<String> needs = new LinkedHashSet<>(stack.dependsOn());
        for (ConstructModel construct : stack.constructs()) {
            References.in(entries(construct.props())).forEach(id -> needs.add(id.stack()));
        }
        References.in(stack.outputs()).stream().map(ConstructId::stack).forEach(needs::add);
        if (stack.functionDefaults() != null && makesFunctions(stack)) {
            References.in(stack.functionDefaults()).forEach(id -> needs.add(id.stack()));
        }
        needs.remove(stack.name());
        return needs;
    }

    /** Defaults matter to a stack with functions only: others may hold what the defaults bind. */
    private static boolean makesFunctions(StackModel stack) {
        return stack.constructs().stream().anyMatch(each -> References.isFunctionMade(entries(each.props())));
    }

    /** An addition alone orders nothing: a bucket is deployed after the functions it notifies, a table before. */
    private static Record entries(Record props) {
        return props instanceof Addition addition ? addition.props() : props;
    }
}
