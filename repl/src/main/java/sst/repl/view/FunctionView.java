package sst.repl.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.SourceRef;
import sst.model.function.ChildFunction;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionDefinition;
import sst.model.ref.ConstructId;

/** A function that a construct makes, such as the one behind a route. */
public final class FunctionView extends PropsView implements Callable {
    private final ConstructHandle<?> owner;
    private final String key;

    FunctionView(Views views, ConstructHandle<?> owner, String key, Spot spot) {
        super(views, owner.getId() + "['" + key + "']", FunctionBlock.SCHEMA, spot);
        this.owner = owner;
        this.key = key;
    }

    /** The construct that makes it. */
    public ConstructHandle<?> owner() {
        return owner;
    }

    /** Which one of the construct's functions, such as {@code GET /notes}. */
    public String key() {
        return key;
    }

    /** The line that names it, as far as it is known. */
    public SourceRef at() {
        return definition().map(FunctionDefinition.Inline::at).orElse(owner.at());
    }

    private Optional<FunctionDefinition.Inline> definition() {
        return Records.inside(whole(), FunctionDefinition.Inline.class);
    }

    @Override
    public ConstructId functionId() {
        return ChildFunction.idOf(owner.constructId(), key);
    }

    /** A short name: that of the handler's file or class. */
    public String shortName() {
        return HandlerNames.shortName(String.valueOf(values().getOrDefault("handler", "")));
    }

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        return views().deeds().find(this, name).isPresent()
                ? views().deeds().run(this, name, arguments)
                : super.invokeMethod(name, arguments);
    }
}
