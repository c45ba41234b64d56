package sst.constructs.synth;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where and for what an app is synthesized.
 *
 * @param out the assembly's folder
 * @param region where stacks go that name no region
 * @param account the AWS account; empty when templates should work in any
 * @param context the CDK's context, such as that of {@code cdk.json} and {@code cdk.context.json}
 */
public record SynthOptions(Path out, String region, String account, Map<String, Object> context) {
    public SynthOptions {
        context = new LinkedHashMap<>(context);
    }
}
