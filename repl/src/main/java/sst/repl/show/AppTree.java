package sst.repl.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import sst.repl.session.LiveApp;
import sst.repl.session.ModelChange;
import sst.repl.view.ConstructView;
import sst.repl.view.FunctionView;
import sst.repl.view.StackView;
import sst.repl.view.Views;
import sst.runner.app.AppIdentity;
import sst.runner.ui.Style;

/** The app as a tree of stacks, constructs and functions, with a mark on what is pending. */
public final class AppTree {
    private final LiveApp app;
    private final Views views;
    private final Style style;
    private final List<ModelChange> pending;

    public AppTree(LiveApp app, Views views, Style style) {
        this.app = app;
        this.views = views;
        this.style = style;
        this.pending = app.pending();
    }

    /** All of it, in lines of that many columns at most. */
    public List<String> lines(int columns) {
        return lines().stream().map(line -> fitting(line, columns)).toList();
    }

    /** Colours are given up for a line that is too long; JLine would also give up its branches. */
    private static String fitting(String line, int columns) {
        AttributedString text = AttributedString.fromAnsi(line);
        return text.columnLength() <= columns
                ? line
                : TableText.cut(text, columns).toString();
    }

    private List<String> lines() {
        AppIdentity identity = app.identity();
        List<String> lines = new ArrayList<>();
        String place = identity.local() ? "local cloud" : "aws";
        String state = pending.isEmpty() ? "as the config says" : pending.size() + " pending";
        lines.add(style.strong(identity.name() + " (" + identity.stage() + ")") + "  " + place + " · "
                + identity.region() + "  " + state);
        List<StackView> stacks = app.builder().stacks().stream().map(views::of).toList();
        for (int i = 0; i < stacks.size(); i++) {
            stack(stacks.get(i), i == stacks.size() - 1, lines);
        }
        return lines;
    }

    private void stack(StackView stack, boolean isLast, List<String> lines) {
        lines.add(branch(isLast)
                + mark(stack.stack().name())
                + style.strong(stack.stack().name()));
        String indent = isLast ? "   " : "│  ";
        List<ConstructView> constructs = stack.constructs();
        for (int i = 0; i < constructs.size(); i++) {
            boolean isLastOne = i == constructs.size() - 1;
            ConstructView construct = constructs.get(i);
            lines.add(indent + branch(isLastOne) + mark(construct.handle().getId()) + construct.type() + " "
                    + construct.handle().getId() + summary(construct) + "  "
                    + style.faint(String.valueOf(construct.handle().at())));
            functions(construct, indent + (isLastOne ? "   " : "│  "), lines);
        }
    }

    private void functions(ConstructView construct, String indent, List<String> lines) {
        List<FunctionView> functions = construct.functions();
        TableText table = new TableText(List.of("", "", "", "", ""), Integer.MAX_VALUE);
        for (FunctionView each : functions) {
            String mark = mark(construct.handle().getId() + "/" + each.key()).strip();
            table.row(List.of(
                    (mark.isEmpty() ? "" : mark + " ") + each.key(),
                    each.shortName(),
                    text(each, "memorySize"),
                    text(each, "timeout"),
                    text(each, "runtime")));
        }
        List<String> rows = table.lines(style);
        for (int i = 0; i < rows.size(); i++) {
            lines.add(indent + branch(i == rows.size() - 1) + rows.get(i));
        }
    }

    private static String text(FunctionView function, String prop) {
        @Nullable Object value = function.values().get(prop);
        return value == null ? "" : PropText.of(value);
    }

    private static String summary(ConstructView construct) {
        int functions = construct.functions().size();
        if (functions > 0) {
            return "  " + functions + (functions == 1 ? " function" : " functions");
        }
        Set<String> brief = Set.of("fields", "handler", "schedule", "value");
        return construct.values().entrySet().stream()
                .filter(each -> brief.contains(each.getKey()))
                .map(each -> "  " + PropText.of(Objects.requireNonNull(each.getValue())))
                .collect(Collectors.joining());
    }

    private String mark(String what) {
        boolean isNew = pending.stream()
                .anyMatch(each -> each.what().equals(what)
                        && each.mark().equals("+")
                        && each.prop().isEmpty());
        if (isNew) {
            return style.good("+ ");
        }
        boolean isChanged = pending.stream().anyMatch(each -> each.what().equals(what));
        return isChanged ? style.caution("± ") : "";
    }

    private static String branch(boolean isLast) {
        return isLast ? "└─ " : "├─ ";
    }
}
