package sst.model.construct;

import java.util.List;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;
import sst.model.value.CdkHook;

/**
 * A construct as it was written, immutable.
 *
 * @param id its identity
 * @param props its record of props, unset ones null or empty
 * @param attachments what its handle was told, in order
 * @param hooks closures that get the CDK object after it was built
 * @param at the line that makes it
 */
public record ConstructModel(
        ConstructId id, Record props, List<Attachment> attachments, List<CdkHook> hooks, SourceRef at) {
    public ConstructModel {
        attachments = List.copyOf(attachments);
        hooks = List.copyOf(hooks);
    }

    /** The props, of the type the caller knows it to be. */
    public <R extends Record> R props(Class<R> type) {
        return type.cast(props);
    }
}
