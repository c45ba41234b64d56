package sst.dsl.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructKind;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;

/** The page of one construct: an example, every prop with type and default, the values and methods of its handle. */
public final class ConstructPage {
    private final ConstructKind<?, ?> kind;
    private final StringBuilder page = new StringBuilder();
    private final Map<String, BlockSchema<?>> nested = new LinkedHashMap<>();

    private ConstructPage(ConstructKind<?, ?> kind) {
        this.kind = kind;
    }

    /** The page as Markdown. */
    public static String of(ConstructKind<?, ?> kind) {
        return new ConstructPage(kind).write();
    }

    private String write() {
        line("# `" + kind.method() + "`");
        line("");
        line(kind.schema().doc());
        if (!kind.synonyms().isEmpty()) {
            line("Also: `" + String.join("`, `", kind.synonyms()) + "`.");
        }
        line("");
        line("```groovy");
        line(Examples.minimal(kind));
        line("```");
        props("Props", kind.schema());
        blocks();
        members();
        return page.toString();
    }

    private void props(String title, BlockSchema<?> schema) {
        if (schema.props().isEmpty()) {
            return;
        }
        line("");
        line("## " + title);
        line("");
        line("| prop | value | default | what it is for |");
        line("|---|---|---|---|");
        schema.props().forEach(this::prop);
    }

    private void prop(PropSchema prop) {
        List<String> notes = new ArrayList<>();
        notes.add(prop.doc());
        if (prop.required()) {
            notes.add("Required.");
        }
        if (!prop.synonyms().isEmpty()) {
            notes.add("Also `" + String.join("`, `", prop.synonyms()) + "`.");
        }
        if (!prop.example().isEmpty()) {
            notes.add("Example: `" + prop.name() + " " + prop.example() + "`.");
        }
        String defaultsTo = prop.defaultsTo().isEmpty() ? "" : "`" + prop.defaultsTo() + "`";
        line("| `" + prop.name() + "` | " + cell(prop.type().description()) + " | " + defaultsTo + " | "
                + cell(String.join(" ", notes)) + " |");
        prop.type().blocks().stream()
                .filter(block -> block != kind.schema())
                .forEach(block -> nested.putIfAbsent(block.name(), block));
    }

    private void blocks() {
        List<String> written = new ArrayList<>();
        while (written.size() < nested.size()) {
            String next = nested.keySet().stream()
                    .filter(name -> !written.contains(name))
                    .findFirst()
                    .orElseThrow();
            written.add(next);
            BlockSchema<?> block = nested.get(next);
            if (block != null && block != sst.model.function.FunctionBlock.SCHEMA) {
                props("Block `" + next + "`", block);
            } else {
                line("");
                line("## Block `function`");
                line("");
                line("The props of [`function`](function.md).");
            }
        }
    }

    private void members() {
        Members members = Members.of(kind);
        section("Values", members.values());
        section("Methods", members.methods());
    }

    private void section(String title, List<String> names) {
        if (!names.isEmpty()) {
            line("");
            line("## " + title);
            line("");
            names.forEach(name -> line("- `" + name + "`"));
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
