package sst.repl.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import sst.model.app.AppModel;
import sst.model.app.Constructs;
import sst.model.app.StackModel;
import sst.model.construct.Attachment;
import sst.model.construct.ConstructKind;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.function.FunctionBlock;
import sst.repl.session.LiveApp;
import sst.repl.session.ModelChange;
import sst.repl.view.Records;
import sst.runner.failure.Problems;

/** Writes what is pending into the text of the config, and touches nothing else of it. */
public final class ConfigPatch {
    private final LiveApp app;
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    public ConfigPatch(LiveApp app) {
        this.app = app;
        app.files()
                .forEach(file ->
                        before.put(file, read(app.setting().project().root().resolve(file))));
        texts.putAll(before);
    }

    /**
     * The files that change; together they mean exactly what the session's model says.
     *
     * @throws sst.model.diagnostic.UserError when an edit cannot be written back
     */
    public List<FileEdit> edits() {
        for (String file : before.keySet()) {
            if (!file.endsWith(".groovy")) {
                throw Problems.of(Code.UNSUPPORTED, "edits are not written into " + file + ", which is Java")
                        .hint("copy the lines that /edits lists")
                        .asError();
            }
        }
        app.pending().forEach(this::apply);
        new Proof(app).require(texts);
        return texts.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .map(each ->
                        new FileEdit(each.getKey(), Objects.requireNonNull(before.get(each.getKey())), each.getValue()))
                .toList();
    }

    private void apply(ModelChange change) {
        boolean isImplied = change.prop().equals("dependsOn") || (isNewStack(change.stack()) && !isStack(change));
        if (isImplied) {
            return;
        }
        if (change.after() == null) {
            throw cannot(change, "what is taken away is not written back");
        }
        if (change.what().equals("app")) {
            set(call("app", ""), path(change.prop()), change);
        } else if (change.after() instanceof StackModel stack) {
            appendStack(stack);
        } else if (change.what().equals(change.stack())) {
            stackProp(change);
        } else if (change.after() instanceof ConstructModel construct) {
            appendTo(change.stack(), constructLines(construct));
        } else {
            constructProp(change);
        }
    }

    private boolean isNewStack(String stack) {
        return !stack.isEmpty() && app.base().stack(stack).isEmpty();
    }

    private static boolean isStack(ModelChange change) {
        return change.after() instanceof StackModel;
    }

    private void stackProp(ModelChange change) {
        List<String> path = path(change.prop());
        if (path.get(0).equals("options") || path.get(0).equals("cdk")) {
            throw cannot(change, "it is an option of the stack, or code");
        }
        boolean isDefaults = path.get(0).equals("defaults");
        List<String> inFile = new ArrayList<>(path);
        if (isDefaults) {
            inFile.add(1, "function");
        }
        set(call("stack", change.stack()), inFile, change);
    }

    private void constructProp(ModelChange change) {
        String id = change.what().replaceFirst("/.*$", "");
        ConstructModel construct = construct(app.model(), change.stack(), id)
                .orElseThrow(() -> cannot(change, "it is not there any more"));
        if (change.prop().equals("bind")
                && change.after() instanceof List<?> now
                && !now.isEmpty()
                && now.get(0) instanceof Attachment) {
            attachments(construct, change);
            return;
        }
        if (change.prop().equals("cdk")) {
            throw cannot(change, "it is code");
        }
        List<String> path = new ArrayList<>();
        if (change.what().contains("/")) {
            String key = change.what().substring(id.length() + 1);
            path.add(mapOf(construct, key));
            path.add(key);
        }
        if (!change.prop().isEmpty()) {
            path.addAll(path(change.prop()));
        }
        Set<String> methods = methods(construct.id().type());
        ConstructModel written = construct(app.base(), change.stack(), id).orElse(construct);
        String file = written.at().file();
        Optional<MethodCallExpression> call = Optional.ofNullable(texts.get(file))
                .flatMap(text -> new ConfigSource(text).call(methods::contains, id, 0));
        place(file, call.orElseThrow(() -> cannot(change, "its call is not found in " + file)), path, change);
    }

    private static String mapOf(ConstructModel construct, String key) {
        return Records.components(construct.props()).entrySet().stream()
                .filter(each -> each.getValue() instanceof Map<?, ?> map && map.containsKey(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void attachments(ConstructModel construct, ModelChange change) {
        int known = change.before() instanceof List<?> earlier ? earlier.size() : 0;
        List<String> lines = new ArrayList<>();
        for (Attachment each :
                construct.attachments().subList(known, construct.attachments().size())) {
            String owner = Literal.reference(construct.id());
            String target = each.target().isEmpty() ? owner : owner + ".getFunction('" + each.target() + "')";
            if (!each.bindings().isEmpty()) {
                lines.add(target + ".bind(" + Literal.of(each.bindings()).argument() + ")");
            }
            if (!each.permissions().isEmpty()) {
                lines.add(target + ".attachPermissions("
                        + Literal.of(each.permissions()).argument() + ")");
            }
        }
        appendTo(change.stack(), lines);
    }

    private static Optional<ConstructModel> construct(AppModel model, String stack, String id) {
        return model.stack(stack).stream()
                .flatMap(each -> each.constructs().stream())
                .filter(each -> each.id().id().equals(id))
                .findFirst();
    }

    private static Set<String> methods(String type) {
        Set<String> methods = new LinkedHashSet<>();
        Constructs.all().stream().filter(kind -> kind.type().equals(type)).forEach(kind -> {
            methods.add(kind.method());
            methods.addAll(kind.synonyms());
        });
        return methods;
    }

    private static String method(String type) {
        return Constructs.all().stream()
                .filter(kind -> kind.type().equals(type))
                .map(ConstructKind::method)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> constructLines(ConstructModel construct) {
        String head = method(construct.id().type()) + "('" + construct.id().id() + "')";
        List<String> body = Literal.body(construct.props());
        if (body.isEmpty()) {
            return List.of(head);
        }
        List<String> lines = new ArrayList<>(List.of(head + " {"));
        body.forEach(line -> lines.add("    " + line));
        lines.add("}");
        return lines;
    }

    private void appendStack(StackModel stack) {
        List<String> lines = new ArrayList<>(List.of("", "stack('" + stack.name() + "') {"));
        stack.constructs().forEach(each -> constructLines(each).forEach(line -> lines.add("    " + line)));
        if (!stack.outputs().isEmpty()) {
            lines.add("    outputs " + Literal.of(stack.outputs()).argument());
        }
        lines.add("}");
        String file = texts.keySet().iterator().next();
        String text = Objects.requireNonNull(texts.get(file));
        texts.put(file, text + (text.endsWith("\n") ? "" : "\n") + String.join("\n", lines) + "\n");
    }

    private void appendTo(String stack, List<String> lines) {
        Call call = call("stack", stack);
        ClosureExpression body = ConfigSource.body(call.call()).orElseThrow(() -> Problems.of(
                        Code.UNSUPPORTED, "the block of stack '" + stack + "' is not written in place")
                .hint("write it by hand; /edits lists the lines")
                .asError());
        texts.put(call.file(), new PropsText(call.source(), ConfigPatch::spellings).append(body, lines));
    }

    /** A call and the file it stands in. */
    private record Call(String file, ConfigSource source, MethodCallExpression call) {}

    private Call call(String method, String id) {
        Call last = null;
        for (Map.Entry<String, String> each : texts.entrySet()) {
            ConfigSource source = new ConfigSource(each.getValue());
            Optional<MethodCallExpression> found = source.call(method::equals, id, 0);
            last = found.isPresent() ? new Call(each.getKey(), source, found.get()) : last;
        }
        if (last == null) {
            throw Problems.of(Code.UNSUPPORTED, "no " + method + " " + id + " is written in the config's files")
                    .asError();
        }
        return last;
    }

    private void set(Call call, List<String> path, ModelChange change) {
        place(call.file(), call.call(), path, change);
    }

    private void place(String file, MethodCallExpression found, List<String> path, ModelChange change) {
        ConfigSource source = new ConfigSource(Objects.requireNonNull(texts.get(file)));
        List<Expression> arguments = ConfigSource.arguments(found);
        Expression block = Stream.concat(
                        arguments.stream().filter(ClosureExpression.class::isInstance),
                        arguments.stream().filter(MapExpression.class::isInstance))
                .findFirst()
                .orElseThrow(() -> cannot(change, "it has no block and no named arguments"));
        texts.put(file, new PropsText(source, ConfigPatch::spellings).set(block, path, Literal.of(change.after())));
    }

    private static Set<String> spellings(String prop) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(prop));
        FunctionBlock.SCHEMA.prop(prop).ifPresent(each -> spellings.addAll(each.synonyms()));
        Constructs.all().forEach(kind -> kind.schema().prop(prop).ifPresent(each -> spellings.addAll(each.synonyms())));
        return spellings;
    }

    private static List<String> path(String prop) {
        return Arrays.asList(prop.split("\\."));
    }

    private static RuntimeException cannot(ModelChange change, String reason) {
        String what = change.prop().isEmpty() ? change.what() : change.what() + " " + change.prop();
        return Problems.of(Code.UNSUPPORTED, what + " cannot be written back: " + reason)
                .hint("write it by hand; /edits lists the lines")
                .asError();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
