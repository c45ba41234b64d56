package sst.runner.deploy.bootstrap;

import sst.runner.assembly.Placeholders;
import sst.runner.aws.BlobPort.Bucket;

/**
 * The names that a CDK bootstrap stack gives to what it makes, with the default qualifier
 * (docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html).
 */
public record BootstrapNames(String account, String region) {
    /** The CDK's default qualifier. */
    public static final String QUALIFIER = "hnb659fds";

    static final String STACK = "CDKToolkit";

    /** Where the bootstrap version is kept. */
    public static String versionParameter() {
        return "/cdk-bootstrap/" + QUALIFIER + "/version";
    }

    public Bucket bucket() {
        return new Bucket("cdk-" + QUALIFIER + "-assets-" + account + "-" + region, account);
    }

    /** May write to the bucket. */
    public String publishingRole() {
        return role("file-publishing-role");
    }

    /** May work on stacks. */
    public String deployRole() {
        return role("deploy-role");
    }

    /** What CloudFormation acts with. */
    public String executionRole() {
        return role("cfn-exec-role");
    }

    private String role(String purpose) {
        String partition = new Placeholders(account, region).partition();
        return "arn:" + partition + ":iam::" + account + ":role/cdk-" + QUALIFIER + "-" + purpose + "-" + account + "-"
                + region;
    }
}
