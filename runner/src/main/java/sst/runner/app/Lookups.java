package sst.runner.app;

/** Answers what the CDK wants to know of an account. */
@FunctionalInterface
public interface Lookups {
    /**
     * The answer, in the form that the CDK remembers.
     *
     * @throws sst.model.diagnostic.CloudError when the account has no answer, or cannot be asked
     */
    Object answer(AppIdentity app, MissingContext question);
}
