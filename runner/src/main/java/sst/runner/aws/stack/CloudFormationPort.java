package sst.runner.aws.stack;

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

    void executeChangeSet(String stackArn, String name, String token);

    void deleteChangeSet(String stackArn, String name);

    /** Begins to delete a stack with the caller's rights or, where given, those of a role. */
    void deleteStack(String stackArn, String token, @Nullable String role);

    void protect(String stackName, boolean protection);
}
