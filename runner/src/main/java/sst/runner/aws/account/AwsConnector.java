package sst.runner.aws.account;

/** Opens the ports of a target; no call is made before a port is used. */
@FunctionalInterface
public interface AwsConnector {
    Aws connect(Target target);
}
