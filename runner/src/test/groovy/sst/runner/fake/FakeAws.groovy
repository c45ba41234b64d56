package sst.runner.fake

import sst.runner.aws.account.Aws
import sst.runner.aws.account.AwsConnector
import sst.runner.aws.BlobPort
import sst.runner.aws.FunctionPort
import sst.runner.aws.IdentityPort
import sst.runner.aws.ImagePort
import sst.runner.aws.LogPort
import sst.runner.aws.ParameterPort
import sst.runner.aws.StateMachinePort
import sst.runner.aws.ZonePort
import sst.runner.aws.account.Target
import sst.runner.aws.stack.CloudFormationPort

/** An account in memory. */
class FakeAws implements Aws, AwsConnector {
    final FakePace pace = new FakePace()
    final FakeCloudFormation cloudFormation = new FakeCloudFormation(pace)
    final FakeBlobs blobs = new FakeBlobs()
    final Map<String, String> parameters = ['/cdk-bootstrap/hnb659fds/version': '23']
    FunctionPort functions
    LogPort logs
    ZonePort zones
    ImagePort images
    StateMachinePort stateMachines
    String account = '111122223333'

    @Override
    Aws connect(Target target) { this }

    @Override
    CloudFormationPort cloudFormation() { cloudFormation }

    @Override
    BlobPort blobs() { blobs }

    @Override
    ParameterPort parameters() { { String name -> Optional.ofNullable(parameters[name]) } as ParameterPort }

    @Override
    FunctionPort functions() { functions }

    @Override
    IdentityPort identity() { { -> new IdentityPort.Caller(account, "arn:aws:iam::$account:user/ada") } as IdentityPort }

    @Override
    LogPort logs() { logs }

    @Override
    ZonePort zones() { zones }

    @Override
    ImagePort images() { images }

    @Override
    StateMachinePort stateMachines() { stateMachines }

    @Override
    Aws as(String roleArn) { this }

    @Override
    void close() { }
}
