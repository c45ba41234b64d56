package sst.runner.aws;

import java.util.Optional;

/** Parameters in SSM. */
public interface ParameterPort {
    /** A parameter's value, empty when there is no such parameter. */
    Optional<String> find(String name);
}
