package sst.repl.complete;

import java.util.List;
import java.util.Optional;
import sst.model.app.AppBlock;
import sst.model.app.Constructs;
import sst.model.construct.ConstructKind;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;

/** Which props a block has that is being typed. */
final class Schemas {
    private Schemas() {}

    /** The schema of the innermost block, when it is one of props. */
    static Optional<BlockSchema<?>> of(List<String> blocks) {
        Optional<BlockSchema<?>> schema = Optional.empty();
        for (String name : blocks) {
            Optional<BlockSchema<?>> inner = schema.flatMap(outer -> outer.prop(name))
                    .flatMap(prop -> prop.type().block());
            schema = inner.isPresent() ? inner : top(name);
        }
        return schema;
    }

    private static Optional<BlockSchema<?>> top(String name) {
        if (name.equals("app")) {
            return Optional.of(AppBlock.SCHEMA);
        }
        return kind(name).map(ConstructKind::schema);
    }

    static Optional<ConstructKind<?, ?>> kind(String method) {
        return Constructs.all().stream()
                .filter(kind -> kind.method().equals(method) || kind.synonyms().contains(method))
                .findFirst();
    }

    /** A prop as a proposal: its form and what it is for. */
    static Proposal proposal(PropSchema prop) {
        String type = prop.type().choices().isEmpty() ? "" : prop.type().description() + ". ";
        String standard = prop.defaultsTo().isEmpty() ? "" : " (" + prop.defaultsTo() + ")";
        return Proposal.of(prop.name(), "props", type + prop.doc() + standard);
    }
}
