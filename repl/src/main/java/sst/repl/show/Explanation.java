package sst.repl.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.model.app.Constructs;
import sst.model.app.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructKind;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;
import sst.repl.session.LiveApp;
import sst.repl.view.Names;
import sst.repl.view.Views;
import sst.runner.failure.Problems;
import sst.runner.ui.Style;

/** What {@code ?name} answers: docs of constructs and props; {@code ??name} shows the source. */
public final class Explanation {
    private final LiveApp app;
    private final Views views;
    private final Style style;

    public Explanation(LiveApp app, Views views, Style style) {
        this.app = app;
        this.views = views;
        this.style = style;
    }

    /** The answer. */
    public List<String> lines(String name, boolean withSource) {
        List<String> parts = List.of(name.split("\\."));
        Optional<ConstructHandle<?>> construct = construct(parts.get(0));
        int next = 1;
        if (construct.isEmpty() && parts.size() > 1) {
            construct = construct(parts.get(1));
            next = 2;
        }
        if (construct.isPresent()) {
            ConstructHandle<?> handle = construct.get();
            if (withSource) {
                return source(handle.at());
            }
            return parts.size() <= next
                    ? new ValueText(style, 80).result(views.of(handle)).lines()
                    : inside(handle.block().schema(), parts.subList(next, parts.size()), handle);
        }
        return kind(parts.get(0))
                .map(kind ->
                        parts.size() == 1 ? kind(kind) : inside(kind.schema(), parts.subList(1, parts.size()), null))
                .orElseThrow(() -> Problems.of(Code.USAGE, "nothing is called '" + parts.get(0) + "'")
                        .hint(Suggestion.hint(parts.get(0), known()))
                        .subject(parts.get(0))
                        .asError());
    }

    private List<String> known() {
        List<String> known = new ArrayList<>();
        Constructs.all().forEach(kind -> known.add(kind.method()));
        app.builder().stacks().forEach(stack -> known.addAll(stack.ids()));
        return known;
    }

    private Optional<ConstructHandle<?>> construct(String name) {
        List<ConstructHandle<?>> all = new ArrayList<>();
        for (StackBlock stack : app.builder().stacks()) {
            all.addAll(stack.handles());
        }
        boolean isKind = kind(name).isPresent();
        Optional<ConstructHandle<?>> found = Names.find(all, ConstructHandle::getId, name);
        return found.filter(handle -> !isKind || handle.getId().equals(name));
    }

    private static Optional<ConstructKind<?, ?>> kind(String name) {
        return Constructs.all().stream()
                .filter(kind -> kind.method().equals(name) || kind.synonyms().contains(name))
                .findFirst();
    }

    private List<String> kind(ConstructKind<?, ?> kind) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(kind.method() + "('Id') { … }") + "  "
                + kind.schema().doc());
        TableText table = new TableText(List.of("", "", ""), 100);
        for (PropSchema prop : kind.schema().props()) {
            table.row(List.of("  " + prop.name() + (prop.required() ? " (needed)" : ""), prop.doc(), defaulted(prop)));
        }
        lines.addAll(table.lines(style));
        return lines;
    }

    private static String defaulted(PropSchema prop) {
        return prop.defaultsTo().isEmpty() ? "" : "default " + prop.defaultsTo();
    }

    private List<String> inside(
            BlockSchema<?> schema, List<String> path, @org.jspecify.annotations.Nullable ConstructHandle<?> handle) {
        BlockSchema<?> block = schema;
        for (String part : path.subList(0, path.size() - 1)) {
            BlockSchema<?> here = block;
            block = prop(here, part).type().block().orElse(here);
        }
        PropSchema prop = prop(block, path.get(path.size() - 1));
        List<String> lines = new ArrayList<>();
        String standard = prop.defaultsTo().isEmpty() ? "" : ", default " + prop.defaultsTo();
        lines.add(style.strong(prop.name()) + "  " + prop.type().description() + standard);
        lines.add("  " + prop.doc());
        if (!prop.example().isEmpty()) {
            lines.add("  for example: " + prop.name() + " " + prop.example());
        }
        if (!prop.synonyms().isEmpty()) {
            lines.add("  also written " + String.join(", ", prop.synonyms()));
        }
        if (handle != null) {
            lines.add(style.faint("  " + block.name() + "." + prop.name() + " · " + handle.at()));
        }
        return lines;
    }

    private static PropSchema prop(BlockSchema<?> block, String name) {
        return block.prop(name)
                .orElseThrow(() -> Problems.of(Code.UNKNOWN_PROPERTY, "no property " + name + " on " + block.name())
                        .hint(Suggestion.hint(name, block.spellings()))
                        .subject(name)
                        .asError());
    }

    /** The lines of the config that make a construct: from its line to where its brackets close. */
    private List<String> source(SourceRef at) {
        Path file = app.setting().project().root().resolve(at.file());
        if (!Files.isRegularFile(file)) {
            return List.of("made at the prompt, " + at);
        }
        try {
            List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(List.of(style.faint(at.toString())));
            int depth = 0;
            for (int i = at.line() - 1; i < all.size(); i++) {
                String line = all.get(i);
                lines.add(style.faint(String.format(java.util.Locale.ROOT, "%5d | ", i + 1)) + line);
                depth += balance(line);
                if (depth <= 0) {
                    break;
                }
            }
            return lines;
        } catch (IOException e) {
            return List.of(at + " cannot be read");
        }
    }

    private static int balance(String line) {
        return (int) (line.chars().filter(each -> "{[(".indexOf(each) >= 0).count()
                - line.chars().filter(each -> "}])".indexOf(each) >= 0).count());
    }
}
