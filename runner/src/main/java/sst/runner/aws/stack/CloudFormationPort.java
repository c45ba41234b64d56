package sst.runner.aws.stack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.Page;

/** The CloudFormation operations that the engine needs. */
public interface CloudFormationPort {
    /** One stack by name or, once known, by ARN; empty when there is none. */
    Optional<StackState> describe(String nameOrArn);

    /** Every stack of the region, one page. */
    Page<StackState> describeAll(@Nullable String token);

    /** The template as it was sent. */
    String template(String nameOrArn);

    /** What a stack is made of, one page. */
    Page<StackResource> resources(String nameOrArn, @Nullable String token);

    /** Events newest first, one page. */
    Page<StackEvent> events(String nameOrArn, @Nullable String token);

    /** Names of the stacks that import an export, one page. */
    Page<String> importers(String export, @Nullable String token);

    /** @return the stack's ARN */
    String createChangeSet(ChangeSetRequest request);

    /** A change set's state; its changes are not read. */
    ChangeSetState changeSet(String stackArn, String name);

    /** Begins a change set's change; with {@code keepFailed} a failure stays as it is instead of being rolled back. */
    void executeChangeSet(String stackArn, String name, String token, boolean keepFailed);

    /**
     * Begins what a change set with the request's content would do, without one.
     *
     * @return the stack's ARN
     */
    String change(ChangeSetRequest request, boolean keepFailed);

    void deleteChangeSet(String stackArn, String name);

    /** Begins to delete a stack with the caller's rights or, where given, those of a role. */
    void deleteStack(String stackArn, String token, @Nullable String role);

    /** Begins to roll back a failed change that was kept. */
    void rollback(String stackArn, String token, @Nullable String role);

    /** Goes on with a rollback that failed, leaving the resources in {@code skip} as they are. */
    void continueRollback(String stackArn, String token, @Nullable String role, List<String> skip);

    /** As {@link #deleteStack}, from DELETE_FAILED, leaving the resources in {@code retain} behind. */
    void deleteStackRetaining(String stackArn, String token, @Nullable String role, List<String> retain);

    /** Begins to compare the stack's resources with its template; gives the detection's id. */
    String detectDrift(String stackArn);

    /** How a detection stands; empty while it goes on, else AWS's reason where it failed, or an empty text. */
    Optional<String> driftDetected(String detection);

    /** What a detection found, one page; resources that are as they should be are left out. */
    Page<ResourceDrift> drifts(String stackArn, @Nullable String token);

    /** Sets the stack policy, as JSON. */
    void policy(String stackArn, String policy);

    void protect(String stackName, boolean protection);
}
