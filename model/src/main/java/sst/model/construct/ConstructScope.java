package sst.model.construct;

import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;

/**
 * Where a construct stands.
 *
 * @param id its identity
 * @param at the line that makes it
 */
public record ConstructScope(ConstructId id, SourceRef at) {}
