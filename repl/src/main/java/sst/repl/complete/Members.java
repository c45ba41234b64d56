package sst.repl.complete;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sst.model.app.Constructs;
import sst.repl.view.ConstructView;
import sst.repl.view.Deeds;
import sst.repl.view.FunctionView;
import sst.repl.view.MapView;
import sst.repl.view.Names;
import sst.repl.view.PropsView;
import sst.repl.view.StackView;

/** What can stand behind a dot, without running anything. */
record Members(Deeds deeds) {
    List<Proposal> of(@Nullable Object owner) {
        List<Proposal> found = new ArrayList<>();
        if (owner instanceof StackView stack) {
            stack(stack, found);
        } else if (owner instanceof ConstructView construct) {
            construct(construct, found);
        } else if (owner instanceof PropsView props) {
            props.schema().props().forEach(prop -> found.add(Schemas.proposal(prop)));
        } else if (owner instanceof MapView map) {
            map.keys().forEach(key -> found.add(Proposal.of(key, "entries", "")));
        } else if (owner != null) {
            plain(owner.getClass(), found);
        }
        if (owner instanceof ConstructView || owner instanceof FunctionView) {
            deeds.of(owner)
                    .forEach(deed ->
                            found.add(new Proposal(deed.name(), "do", deed.arguments() + "  " + deed.doc(), "(")));
        }
        return found;
    }

    private static void stack(StackView stack, List<Proposal> found) {
        stack.constructs()
                .forEach(each -> found.add(Proposal.of(
                        Names.small(each.handle().getId()),
                        "constructs",
                        each.type() + " " + each.handle().at())));
        stack.functions().forEach(each -> found.add(Proposal.of(each.shortName(), "functions", each.key())));
        found.add(Proposal.of("defaults", "props", "What this stack's functions start from."));
        Constructs.all()
                .forEach(kind -> found.add(
                        new Proposal(kind.method(), "new", kind.schema().doc(), "('")));
    }

    private static void construct(ConstructView construct, List<Proposal> found) {
        construct.handle().block().schema().props().forEach(prop -> found.add(Schemas.proposal(prop)));
        construct.refs().keySet().forEach(name -> found.add(Proposal.of(name, "values", "known after a deploy")));
        construct.functions().forEach(each -> found.add(Proposal.of(each.shortName(), "functions", each.key())));
        construct.methods().forEach(name -> found.add(new Proposal(name, "methods", "", "(")));
    }

    private static void plain(Class<?> type, List<Proposal> found) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() != Object.class) {
                names.add(method.getName());
            }
        }
        names.forEach(name -> found.add(new Proposal(name, type.getSimpleName(), "", "(")));
    }
}
