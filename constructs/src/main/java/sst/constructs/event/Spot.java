package sst.constructs.event;

import java.util.List;
import software.constructs.Construct;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;

/**
 * Where the functions of a construct go: below it, or in the stack that added them.
 *
 * @param model the construct, or the addition to it
 * @param site the stack
 * @param scope the parent of the functions
 * @param id the construct's id in the CDK's tree, which the functions' ids contain
 */
public record Spot(ConstructModel model, StackSite site, Construct scope, String id) {
    /** The same construct's place in a stack that adds to it. */
    public Spot in(ConstructModel addition, StackSite other) {
        return new Spot(addition, other, other.stack(), id);
    }

    /** The line of the function stands for everything below a child. */
    public void mark(String child, String key, SourceRef at) {
        String construct = model.id().id() + "/" + key;
        Places.Origin origin = new Places.Origin(construct, "Function", at);
        List<String> path = scope == site.stack() ? List.of(child) : List.of(id, child);
        site.mark(path, origin);
    }
}
