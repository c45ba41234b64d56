package sst.constructs.event;

import java.util.List;
import java.util.stream.Stream;
import sst.constructs.construct.Grant;
import sst.model.value.Access;

/**
 * What functions may do with a resource by how much of it is granted; the lists for less are those of the CDK's grants.
 *
 * @param all every action: SST v2's grant
 * @param read to take out
 * @param write to put in
 */
public record Actions(String all, List<String> read, List<String> write) {
    /** The statements on the resource's ARNs. */
    public List<Grant> on(Access access, List<String> arns) {
        return List.of(Grant.allow(of(access), arns));
    }

    private List<String> of(Access access) {
        return switch (access) {
            case ALL -> List.of(all);
            case READ -> read;
            case WRITE -> write;
            case READ_WRITE ->
                Stream.concat(read.stream(), write.stream()).distinct().sorted().toList();
        };
    }
}
