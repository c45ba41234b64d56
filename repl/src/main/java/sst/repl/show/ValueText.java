package sst.repl.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.model.ref.Ref;
import sst.repl.view.ConstructView;
import sst.repl.view.FunctionView;
import sst.repl.view.MapView;
import sst.repl.view.PropsView;
import sst.repl.view.StackView;
import sst.runner.ui.Result;
import sst.runner.ui.Style;

/** Values of lines for people: constructs as cards, lists of maps as tables, the rest as text. */
public record ValueText(Style style, int width) {
    private static final int MOST_LINES = 200;

    /** Both forms of a value; null has no line. */
    public Result result(@Nullable Object value) {
        return Result.of(value == null ? List.of() : cut(lines(value)), ValueJson.of(value));
    }

    private List<String> cut(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
        shown.add(style.faint("… " + (lines.size() - MOST_LINES) + " more lines"));
        return shown;
    }

    private List<String> lines(Object value) {
        if (value instanceof ConstructView construct) {
            return new Card(style).of(construct);
        }
        if (value instanceof StackView stack) {
            return stack(stack);
        }
        if (value instanceof FunctionView function) {
            return new Card(style).of(function);
        }
        if (value instanceof PropsView props) {
            return new Card(style).of(props.path(), props.values());
        }
        if (value instanceof MapView map) {
            return new Card(style).of(map.toString(), map.values());
        }
        return plain(value);
    }

    private List<String> plain(Object value) {
        if (value instanceof Ref ref) {
            return List.of(ref.target().id() + "." + ref.attribute() + "  " + style.faint("known after a deploy"));
        }
        if (value instanceof Object[] array) {
            return plain(Arrays.asList(array));
        }
        if (value instanceof Collection<?> all && !all.isEmpty() && all.stream().allMatch(Map.class::isInstance)) {
            return table(all.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList());
        }
        if (value instanceof Collection<?> all && all.stream().anyMatch(each -> each instanceof ConstructView)) {
            return all.stream().map(String::valueOf).toList();
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty() && PropText.of(map).length() > width) {
            Pairs pairs = new Pairs();
            map.forEach((key, each) -> pairs.add(String.valueOf(key), PropText.of(each)));
            return pairs.lines(width);
        }
        boolean isStructure = value instanceof Map || value instanceof Collection || value instanceof Record;
        return (isStructure || value instanceof java.time.Duration ? PropText.of(value) : String.valueOf(value))
                .lines()
                .toList();
    }

    private List<String> stack(StackView stack) {
        List<String> lines = new ArrayList<>(List.of(style.strong(stack.toString())));
        stack.constructs()
                .forEach(each ->
                        lines.add("  " + each.type() + " " + each.handle().getId() + "  "
                                + style.faint(String.valueOf(each.handle().at()))));
        return lines;
    }

    private List<String> table(List<Map<?, ?>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.keySet().forEach(key -> columns.add(String.valueOf(key))));
        TableText table = new TableText(List.copyOf(columns), width);
        for (Map<?, ?> row : rows) {
            table.row(columns.stream()
                    .map(column -> row.containsKey(column) ? cell(row.get(column)) : "")
                    .toList());
        }
        return table.lines(style);
    }

    private static String cell(@Nullable Object value) {
        return value instanceof CharSequence && !(value instanceof Ref) ? value.toString() : PropText.of(value);
    }
}
