package sst.runner.aws.account;

import sst.runner.aws.BlobPort;
import sst.runner.aws.FunctionPort;
import sst.runner.aws.IdentityPort;
import sst.runner.aws.ImagePort;
import sst.runner.aws.LogPort;
import sst.runner.aws.ParameterPort;
import sst.runner.aws.StateMachinePort;
import sst.runner.aws.ZonePort;
import sst.runner.aws.stack.CloudFormationPort;

/** The AWS services of one account and region, each reached on first use. */
public interface Aws extends AutoCloseable {
    CloudFormationPort cloudFormation();

    BlobPort blobs();

    ParameterPort parameters();

    FunctionPort functions();

    IdentityPort identity();

    LogPort logs();

    ZonePort zones();

    ImagePort images();

    StateMachinePort stateMachines();

    /**
     * The same account as seen with a role. Where the role cannot be assumed but the caller's own credentials belong to
     * its account, those are used and {@code warning} is told once.
     */
    Aws as(String roleArn);

    @Override
    void close();
}
