package sst.model.app;

import java.util.Map;
import sst.model.ref.ConstructId;
import sst.model.value.CdkHook;

/**
 * A {@code cdk { scope -> … }} of a stack: any CDK code, run when CDK runs.
 *
 * @param id its identity; the type is {@code Cdk}, the id counts the blocks of its stack
 * @param hook gets the CDK stack, may return an object
 * @param values what {@code handle.ref { … }} asks of the returned object, by attribute
 */
public record CdkBlock(ConstructId id, CdkHook hook, Map<String, CdkHook> values) {
    public CdkBlock {
        values = Map.copyOf(values);
    }
}
