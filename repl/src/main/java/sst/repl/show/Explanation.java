package sst.repl.show;

import groovy.lang.GroovyObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.app.Constructs;
import sst.model.construct.ConstructKind;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;
import sst.model.ref.View;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;
import sst.repl.lang.LiveNames;
import sst.repl.session.LiveApp;
import sst.repl.view.ConstructView;
import sst.repl.view.FunctionView;
import sst.repl.view.PropsView;
import sst.repl.view.StackView;
import sst.runner.failure.Problems;
import sst.runner.ui.Style;

/** What {@code ?name} answers: docs of constructs and props; {@code ??name} shows the source. */
public final class Explanation {
    private final LiveApp app;
    private final LiveNames names;
    private final ValueText values;
    private final Style style;

    /** @param values how things themselves are shown */
    public Explanation(LiveApp app, LiveNames names, ValueText values) {
        this.app = app;
        this.names = names;
        this.values = values;
        this.style = values.style();
    }

    /** The answer. */
    public List<String> lines(String name, boolean withSource) {
        List<String> parts = List.of(name.split("\\."));
        Optional<Object> live = kind(parts.get(0)).isPresent() && parts.size() == 1 && !withSource
                ? Optional.empty()
                : walk(parts.get(0), parts.subList(1, Math.max(1, parts.size() - 1)));
        if (live.isPresent()) {
            return about(live.get(), parts, withSource);
        }
        return kind(parts.get(0))
                .map(kind -> parts.size() == 1 ? kind(kind) : inside(kind.schema(), parts.subList(1, parts.size())))
                .orElseThrow(() -> Problems.of(Code.USAGE, "nothing is called '" + parts.get(0) + "'")
                        .hint(Suggestion.hint(parts.get(0), known()))
                        .subject(parts.get(0))
                        .asError());
    }

    /** The thing that a path leads to. */
    private Optional<Object> walk(String first, List<String> rest) {
        if (!names.hasVariable(first)) {
            return Optional.empty();
        }
        Object found = names.getVariable(first);
        for (String part : rest) {
            found = found instanceof View ? ((GroovyObject) found).getProperty(part) : null;
        }
        return Optional.ofNullable(found);
    }

    private List<String> about(Object owner, List<String> parts, boolean withSource) {
        String last = parts.get(parts.size() - 1);
        Optional<BlockSchema<?>> schema = schema(owner);
        boolean isProp =
                parts.size() > 1 && schema.flatMap(each -> each.prop(last)).isPresent();
        if (withSource) {
            return source(place(isProp || parts.size() == 1 ? owner : property(owner, last)));
        }
        if (isProp) {
            List<String> lines = inside(schema.orElseThrow(), List.of(last));
            lines.add(style.faint("  " + schema.orElseThrow().name() + "." + last + " · " + place(owner)));
            return lines;
        }
        Object thing = parts.size() == 1 ? owner : property(owner, last);
        return values.result(thing).lines();
    }

    private static @Nullable Object property(Object owner, String name) {
        return owner instanceof View ? ((GroovyObject) owner).getProperty(name) : null;
    }

    private static Optional<BlockSchema<?>> schema(Object owner) {
        if (owner instanceof PropsView props) {
            return Optional.of(props.schema());
        }
        return owner instanceof ConstructView construct
                ? Optional.of(construct.handle().block().schema())
                : Optional.empty();
    }

    private static SourceRef place(@Nullable Object thing) {
        if (thing instanceof FunctionView function) {
            return function.at();
        }
        if (thing instanceof StackView stack) {
            return stack.stack().at();
        }
        return thing instanceof ConstructView construct ? construct.handle().at() : SourceRef.UNKNOWN;
    }

    private List<String> known() {
        List<String> known = new ArrayList<>();
        Constructs.all().forEach(kind -> known.add(kind.method()));
        app.builder().stacks().forEach(stack -> known.addAll(stack.ids()));
        return known;
    }

    private static Optional<ConstructKind<?, ?>> kind(String name) {
        return Constructs.all().stream()
                .filter(kind -> kind.method().equals(name) || kind.synonyms().contains(name))
                .findFirst();
    }

    private List<String> kind(ConstructKind<?, ?> kind) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(kind.method() + "('Id') { … }"));
        lines.addAll(Folded.behind("  ", 2, kind.schema().doc(), values.width()));
        Pairs props = new Pairs();
        for (PropSchema prop : kind.schema().props()) {
            props.add("  " + prop.name() + (prop.required() ? " (needed)" : ""), prop.doc() + defaulted(prop));
        }
        lines.addAll(props.lines(values.width()));
        return lines;
    }

    private static String defaulted(PropSchema prop) {
        return prop.defaultsTo().isEmpty() ? "" : " Default " + prop.defaultsTo() + ".";
    }

    private List<String> inside(BlockSchema<?> schema, List<String> path) {
        BlockSchema<?> block = schema;
        for (String part : path.subList(0, path.size() - 1)) {
            BlockSchema<?> here = block;
            block = prop(here, part).type().block().orElse(here);
        }
        PropSchema prop = prop(block, path.get(path.size() - 1));
        List<String> lines = new ArrayList<>();
        String standard = prop.defaultsTo().isEmpty() ? "" : ", default " + prop.defaultsTo();
        lines.add(style.strong(prop.name()) + "  " + prop.type().description() + standard);
        lines.addAll(Folded.behind("  ", 2, prop.doc(), values.width()));
        if (!prop.example().isEmpty()) {
            lines.add("  for example: " + prop.name() + " " + prop.example());
        }
        if (!prop.synonyms().isEmpty()) {
            lines.add("  also written " + String.join(", ", prop.synonyms()));
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
        if (!at.isKnown() || !Files.isRegularFile(file)) {
            return List.of(at.isKnown() ? "made at the prompt" : "no line of the config is known for it");
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
