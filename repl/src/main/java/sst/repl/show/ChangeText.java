package sst.repl.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.repl.session.ModelChange;
import sst.runner.ui.Style;

/** Model changes in a few words. */
public record ChangeText(Style style) {
    /** {@code ≈ 2 changes pending   Api/POST /notes ~memorySize}. */
    public String pending(List<ModelChange> all, List<ModelChange> recent) {
        String count = all.size() == 1 ? "1 change pending" : all.size() + " changes pending";
        String head = all.isEmpty() ? "≈ nothing pending any more" : "≈ " + count;
        return style.caution(head) + "   " + String.join("   ", byThing(recent));
    }

    private static List<String> byThing(List<ModelChange> changes) {
        Map<String, List<String>> things = new LinkedHashMap<>();
        for (ModelChange change : changes) {
            List<String> words = things.computeIfAbsent(change.what(), each -> new ArrayList<>());
            words.add(change.prop().isEmpty() ? change.mark() : change.mark() + change.prop());
        }
        List<String> texts = new ArrayList<>();
        things.forEach((thing, words) -> texts.add(thing + " " + String.join(" ", words)));
        return texts;
    }

    /** One line each, with values. */
    public List<String> lines(List<ModelChange> changes) {
        return changes.stream()
                .map(each -> mark(each) + " " + each.what() + (each.prop().isEmpty() ? "" : "  " + each.prop())
                        + values(each))
                .toList();
    }

    private String mark(ModelChange change) {
        return switch (change.mark()) {
            case "+" -> style.good("+");
            case "-" -> style.bad("-");
            default -> style.caution("~");
        };
    }

    private static String values(ModelChange change) {
        if (change.prop().isEmpty()) {
            return "";
        }
        String before = change.before() == null ? "(none)" : PropText.of(change.before());
        String after = change.after() == null ? "(none)" : PropText.of(change.after());
        return "  " + before + " → " + after;
    }
}
