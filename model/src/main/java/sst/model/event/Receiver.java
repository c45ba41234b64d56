package sst.model.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.function.FunctionDefinition;
import sst.model.value.CdkOverride;

/** Something that a construct sends events to: a function, or another resource in place of one. */
public interface Receiver {
    /** The function; null when the receiver is no function, or is named under {@code cdk}. */
    @Nullable
    FunctionDefinition function();

    /** CDK props and objects: {@code function} for an existing one, others by the kind of receiver. */
    Map<String, CdkOverride> cdk();
}
