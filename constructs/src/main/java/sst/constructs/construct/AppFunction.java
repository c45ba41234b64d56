package sst.constructs.construct;

import sst.model.function.FunctionProps;

/** A function after the CDK has made it: it still takes environment variables and grants. */
public interface AppFunction {
    /** What it was made from, defaults merged in. */
    FunctionProps props();

    /** Sets an environment variable. */
    void environment(String name, String value);

    /** Grants, or denies. */
    void allow(Grant grant);
}
