package sst.repl.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.repl.view.ConstructView;
import sst.repl.view.FunctionView;
import sst.runner.ui.Style;

/** One construct, function or block of props, prop by prop. */
record Card(Style style) {
    List<String> of(ConstructView construct) {
        ConstructHandle<?> handle = construct.handle();
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(construct.type() + " " + handle.getId()) + "  "
                + style.faint("stack " + handle.constructId().stack() + "  " + handle.at()));
        lines.addAll(props(construct.values()));
        if (!construct.refs().isEmpty()) {
            lines.add(style.faint(
                    "  after a deploy: " + String.join(", ", construct.refs().keySet())));
        }
        return lines;
    }

    List<String> of(FunctionView function) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong("Function " + function.owner().getId() + "/" + function.key()) + "  "
                + style.faint("stack " + function.owner().constructId().stack()));
        lines.addAll(props(function.values()));
        return lines;
    }

    List<String> of(String name, Map<String, Object> values) {
        List<String> lines = new ArrayList<>(List.of(style.strong(name)));
        lines.addAll(values.isEmpty() ? List.of(style.faint("  nothing is set")) : props(values));
        return lines;
    }

    private List<String> props(Map<String, Object> values) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> {
            String padded = "  " + name + " ".repeat(width - name.length()) + "  ";
            if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(each -> each instanceof Record)) {
                lines.add("  " + name);
                map.forEach((key, each) -> lines.add("    " + key + "  " + PropText.of(each)));
            } else {
                lines.add(padded + PropText.of(value));
            }
        });
        return lines;
    }
}
