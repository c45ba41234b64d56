package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sst.runner.deploy.hotswap.Swap.Part;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.PropertyChange;
import sst.runner.plan.change.Replacement;

/** Which changes of which resources can be made by a call to their service. */
final class SwapRules {
    static final String FUNCTION = "AWS::Lambda::Function";
    static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";
    static final String DEFINITION = "DefinitionString";
    static final String DEPLOYMENT_OF_THE_CDK = "Custom::CDKBucketDeployment";

    /** Settings that Lambda takes by UpdateFunctionConfiguration, beside the environment. */
    static final Set<String> SETTINGS = Set.of("MemorySize", "Timeout", "Handler", "Description");

    /** Custom resources whose functions upload files and may be called as often as one likes. */
    private static final Set<String> FILES =
            Set.of("Custom::S3Uploader", "Custom::CloudFrontInvalidator", DEPLOYMENT_OF_THE_CDK);

    private SwapRules() {}

    /** What is to be swapped of a changed resource; null when only CloudFormation can make the change. */
    static @Nullable Part part(Change change, JsonNode template) {
        if (change.action() != Change.Action.CHANGE) {
            return null;
        }
        boolean possible =
                switch (change.type()) {
                    case FUNCTION -> isFunction(change, template);
                    case STATE_MACHINE -> isDefinition(change, template);
                    default -> FILES.contains(change.type()) && isFiles(change, template);
                };
        return possible ? new Part(change.logicalId(), paths(change)) : null;
    }

    private static Set<String> paths(Change change) {
        Set<String> paths = new TreeSet<>();
        for (PropertyChange property : change.properties()) {
            boolean whole = FILES.contains(change.type());
            paths.add(property.isCode() ? "Code" : whole ? property.path().split("\\.", 2)[0] : property.path());
        }
        return paths;
    }

    private static boolean isFunction(Change change, JsonNode template) {
        return change.replacement() == Replacement.NO
                && change.properties().stream().allMatch(property -> isFunction(property, template));
    }

    private static boolean isFunction(PropertyChange property, JsonNode template) {
        boolean known = property.isCode()
                || SETTINGS.contains(property.path())
                || property.path().matches("Environment\\.Variables\\.[A-Za-z0-9_]+");
        return known && isSimple(property, template);
    }

    private static boolean isDefinition(Change change, JsonNode template) {
        return change.replacement() == Replacement.NO
                && change.properties().stream()
                        .allMatch(property -> property.path().equals(DEFINITION)
                                && property.before() != null
                                && property.after() != null
                                && isSimple(property, template));
    }

    /** Their functions get all properties, so every one must be known. */
    private static boolean isFiles(Change change, JsonNode template) {
        JsonNode all = template.path("Resources").path(change.logicalId()).path("Properties");
        return TemplateValues.isPlain(all, template)
                && change.properties().stream()
                        .allMatch(property -> property.path().matches("[^(].*")
                                && !property.path().startsWith("ServiceToken"));
    }

    private static boolean isSimple(PropertyChange property, JsonNode template) {
        return TemplateValues.isSimple(property.before(), template)
                && TemplateValues.isSimple(property.after(), template);
    }
}
