package sst.runner.deploy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.assembly.AssetEntry.Destination;
import sst.runner.assembly.AssetEntry.ImageDestination;
import sst.runner.assembly.Placeholders;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.BlobPort;
import sst.runner.aws.ImagePort;
import sst.runner.aws.account.Aws;
import sst.runner.deploy.bootstrap.BootstrapNames;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.pace.Pace;
import sst.runner.deploy.stack.Polls;
import sst.runner.deploy.stack.StackSite;
import sst.runner.failure.Problems;

/** Resolves where each stack and asset of a run goes, and with whose rights. */
final class Sites {
    private final Access access;
    private final String run;
    private final Pace pace;
    private final Consumer<DeployEvent> events;
    private final boolean keepFailed;
    private final Map<String, Polls> polls = new ConcurrentHashMap<>();

    Sites(Run run, boolean keepFailed) {
        this.access = run.access();
        this.run = run.id();
        this.pace = run.pace();
        this.events = run.events();
        this.keepFailed = keepFailed;
    }

    String region(StackArtifact stack) {
        String own = stack.region();
        return own == null ? access.region() : own;
    }

    /** The stack's place, with the rights of its deploy role. */
    StackSite site(StackArtifact stack) {
        checkAccount(stack);
        Placeholders names = names(stack);
        String role = names.fillOptional(stack.settings().deployRole());
        Aws aws = role == null
                ? access.in(names.region())
                : access.in(names.region()).as(role);
        String execution = names.fillOptional(stack.settings().executionRole());
        Aws own = access.in(names.region());
        return new StackSite(
                aws.cloudFormation(), execution, run, own::logs, keepFailed, polls(names.region()), events);
    }

    /** The place of a stack of which only the region is known, with the roles of the bootstrap stack. */
    StackSite conventionalSite(String region) {
        BootstrapNames names = new BootstrapNames(access.account(), region);
        Aws aws = access.in(region).as(names.deployRole());
        Aws own = access.in(region);
        return new StackSite(aws.cloudFormation(), null, run, own::logs, false, polls(region), events);
    }

    /** Publishing rights for a destination. */
    BlobPort blobs(StackArtifact stack, Destination to) {
        Placeholders names = names(stack);
        String region = to.region() == null ? names.region() : to.region();
        String role = names.fillOptional(to.role());
        return (role == null ? access.in(region) : access.in(region).as(role)).blobs();
    }

    /** As {@link #blobs}, for images. */
    ImagePort images(StackArtifact stack, ImageDestination to) {
        Placeholders names = names(stack);
        String region = to.region() == null ? names.region() : to.region();
        String role = names.fillOptional(to.role());
        return (role == null ? access.in(region) : access.in(region).as(role)).images();
    }

    Placeholders names(StackArtifact stack) {
        return new Placeholders(access.account(), region(stack));
    }

    /** Where CloudFormation finds a published template: by the bucket's host on AWS, by path on the local cloud. */
    @Nullable
    String templateUrl(StackArtifact stack) {
        String s3 = names(stack).fillOptional(stack.settings().templateUrl());
        if (s3 == null || !s3.startsWith("s3://")) {
            return s3;
        }
        String path = s3.substring("s3://".length());
        String endpoint = access.endpoint();
        if (endpoint != null) {
            return endpoint + "/" + path;
        }
        String suffix = region(stack).startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return "https://s3." + region(stack) + "." + suffix + "/" + path;
    }

    private Polls polls(String region) {
        Polls.Pacing pacing = access.endpoint() == null ? Polls.Pacing.AWS : Polls.Pacing.LOCAL;
        return polls.computeIfAbsent(region, r -> new Polls(pacing, pace.clock()));
    }

    private void checkAccount(StackArtifact stack) {
        String wanted = stack.account();
        if (wanted != null && !wanted.equals(access.account())) {
            throw Problems.cloud(Problems.of(
                            Code.WRONG_ACCOUNT,
                            "stack " + stack.label() + " is for account " + wanted + ", the credentials are of "
                                    + access.account())
                    .hint("choose another --profile"));
        }
    }
}
