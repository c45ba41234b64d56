package sst.runner.deploy.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.LogPort.LogLine;
import sst.runner.aws.Page;
import sst.runner.aws.stack.StackEvent;
import sst.runner.aws.stack.StackResource;

/**
 * The log of the function behind a custom resource, where the true reason of its failure usually stands.
 *
 * @param arn the stack that the resource is in
 * @param template read only when a custom resource is looked at
 */
record FunctionLogs(StackSite site, String arn, Supplier<JsonNode> template) {
    private static final int LINES = 12;
    private static final int PAGES = 10;
    private static final Duration BEFORE = Duration.ofMinutes(15);

    static boolean isCustom(String type) {
        return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
    }

    /** The last lines that the function behind a failed resource logged; none when there is no such function or log. */
    List<String> behind(StackEvent failed) {
        return isCustom(failed.type()) ? tail(failed.logicalId(), failed.at().minus(BEFORE)) : List.of();
    }

    List<String> tail(String logicalId, Instant since) {
        try {
            return function(logicalId)
                    .map(name -> lines("/aws/lambda/" + name, since))
                    .orElse(List.of());
        } catch (AwsFailure failure) {
            // Logs only help to understand; without the right to read them the failure is told all the same.
            return List.of();
        }
    }

    private List<String> lines(String group, Instant since) {
        List<String> last = new ArrayList<>();
        @Nullable String token = null;
        for (int page = 0; page < PAGES; page++) {
            Page<LogLine> read = site.logs().get().lines(group, since, token);
            read.items().forEach(line -> last.add(line.text().strip()));
            token = read.next();
            if (token == null) {
                break;
            }
        }
        last.removeIf(line -> line.matches("(START|END|REPORT|INIT_START) .*") || line.isEmpty());
        return List.copyOf(last.subList(Math.max(0, last.size() - LINES), last.size()));
    }

    private Optional<String> function(String logicalId) {
        JsonNode token = template.get()
                .path("Resources")
                .path(logicalId)
                .path("Properties")
                .path("ServiceToken");
        if (token.isTextual()) {
            return Optional.of(name(token.asText()));
        }
        JsonNode attribute = token.path("Fn::GetAtt");
        String target = attribute.isArray() ? attribute.path(0).asText() : attribute.asText();
        String wanted = target.isEmpty() ? token.path("Ref").asText() : target.replaceFirst("\\.Arn$", "");
        return Page.all(next -> site.cloudFormation().resources(arn, next)).stream()
                .filter(resource -> resource.logicalId().equals(wanted))
                .map(StackResource::physicalId)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /** {@code arn:aws:lambda:REGION:ACCOUNT:function:NAME[:VERSION]}. */
    private static String name(String functionArn) {
        String[] parts = functionArn.split(":", -1);
        return parts.length > 6 ? parts[6] : functionArn;
    }
}
