package sst.model.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** The CDK's part of a job: its id, and the network it runs in. */
@Nested("The CDK's part of a job: its id, and the network it runs in.")
public record JobNetwork(
        @Nullable @Prop(value = "The construct id, to keep logical ids after a rename.", example = "'OldId'") String id,
        @Nullable @Prop("The network: a closure that returns it, or what a cdk block returned.") CdkOverride vpc,
        @Nullable @Prop(value = "Which of its subnets.", example = "subnetType: 'PUBLIC'") CdkOverride vpcSubnets,
        @Prop("Security groups: closures, or what cdk blocks returned.") List<CdkOverride> securityGroups) {}
