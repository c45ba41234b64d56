package sst.local.lambda.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A function as it stands at one moment; workers are made from it and two equal ones may share workers.
 *
 * @param arn with the version, unless it is {@code $LATEST}
 * @param region the function's region
 * @param name the function's name
 * @param version {@code $LATEST} or a number
 * @param runtime AWS's identifier, such as {@code nodejs20.x}
 * @param handler as the runtime understands it
 * @param memory in MB
 * @param timeout in seconds
 * @param environment the function's own variables
 * @param logGroup where its output goes
 * @param code the unzipped code
 * @param layers the unzipped layers, the first below the others
 * @param revision changes with every change of code or configuration
 */
public record FunctionSpec(
        String arn,
        String region,
        String name,
        String version,
        String runtime,
        String handler,
        int memory,
        int timeout,
        Map<String, String> environment,
        String logGroup,
        Path code,
        List<Path> layers,
        String revision) {
    public FunctionSpec {
        environment = Map.copyOf(environment);
        layers = List.copyOf(layers);
    }
}
