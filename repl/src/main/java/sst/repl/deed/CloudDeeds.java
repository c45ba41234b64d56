package sst.repl.deed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sst.repl.command.Desk;
import sst.repl.view.Callable;
import sst.repl.view.ConstructView;
import sst.repl.view.Deeds;
import sst.repl.view.FunctionView;

/** What a line can do with what is deployed: {@code api.create.invoke(body: '{}')}, {@code notes.put(id: 1)}. */
public final class CloudDeeds implements Deeds, AutoCloseable {
    private final DeployedStage stage = new DeployedStage();
    private @Nullable Desk desk;

    /** Tells where the work is done; a desk is made after the views that name these deeds. */
    public void workAt(Desk where) {
        desk = where;
    }

    @Override
    public List<Deed> of(Object view) {
        if (view instanceof FunctionView) {
            return FunctionCall.DEEDS;
        }
        if (!(view instanceof ConstructView construct)) {
            return List.of();
        }
        return construct.type().equals("Function") ? FunctionCall.DEEDS : ResourceDeed.of(construct.type());
    }

    @Override
    public @Nullable Object run(Object view, String name, Object arguments) {
        Desk place = Objects.requireNonNull(desk);
        Object[] all = arguments instanceof Object[] array ? array : new Object[] {arguments};
        boolean isResource =
                view instanceof ConstructView construct && !construct.type().equals("Function");
        if (!isResource) {
            return new FunctionCall(place, ((Callable) view).functionId().id()).run(all);
        }
        ConstructView construct = (ConstructView) view;
        ResourceDeed deed =
                new ResourceDeed(construct.type(), construct.handle().getId());
        return deed.run(name, all, place, stage);
    }

    @Override
    public void close() {
        stage.close();
    }
}
