package sst.model.app;

import java.util.List;
import java.util.Optional;
import sst.model.construct.ConstructModel;
import sst.model.ref.ConstructId;

/**
 * The whole app for one stage, immutable and checked: what the config says, before any AWS or CDK is asked.
 *
 * @param props the app block
 * @param stage the stage
 * @param isDev whether it is evaluated for {@code sst dev}
 * @param stacks in the order written
 * @param sourceHash hash of the config's files, which stands for the code inside closures
 */
public record AppModel(AppProps props, String stage, boolean isDev, List<StackModel> stacks, String sourceHash) {
    public AppModel {
        stacks = List.copyOf(stacks);
    }

    /** The app's name. */
    public String name() {
        return String.valueOf(props.name());
    }

    /** The prefix of physical names: {@code dev-notes-Notes}. */
    public String logicalPrefixedName(String name) {
        return stage + "-" + name() + "-" + name;
    }

    /** The stack of that name. */
    public Optional<StackModel> stack(String name) {
        return stacks.stream().filter(stack -> stack.name().equals(name)).findFirst();
    }

    /** The construct of that identity. */
    public Optional<ConstructModel> construct(ConstructId id) {
        return stack(id.stack()).flatMap(stack -> stack.constructs().stream()
                .filter(construct -> construct.id().equals(id))
                .findFirst());
    }
}
