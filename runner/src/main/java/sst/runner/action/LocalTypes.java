package sst.runner.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;
import sst.runner.action.session.Context;
import sst.runner.app.AppIdentity;
import sst.runner.assembly.Origin;
import sst.runner.assembly.StackArtifact;
import sst.runner.cloud.CloudStatus;
import sst.runner.failure.Problems;

/**
 * Refuses resources that the local cloud does not have, or not so: all of them, of all stacks, before anything is touched. The
 * local cloud refuses them too, but only when it comes to their stack.
 */
final class LocalTypes {
    private static final String CUSTOM = "Custom::";

    private LocalTypes() {}

    static void check(Context context, AppIdentity app, List<StackArtifact> stacks) {
        Optional<CloudStatus> cloud = app.local() ? context.localCloud().status() : Optional.empty();
        cloud.filter(status -> !status.types().isEmpty()).ifPresent(status -> check(status, stacks));
    }

    static void check(CloudStatus cloud, List<StackArtifact> stacks) {
        Set<String> known = cloud.types();
        List<Diagnostic> missing = new ArrayList<>();
        for (StackArtifact stack : stacks) {
            stack.template().path("Resources").properties().forEach(resource -> {
                String type = resource.getValue().path("Type").asText();
                Origin origin = stack.origin(resource.getKey(), type);
                if (!known.contains(type) && !type.startsWith(CUSTOM)) {
                    missing.add(refusal(origin, type));
                }
                resource.getValue().path("Properties").properties().stream()
                        .filter(property -> isRefused(cloud.only(type, property.getKey()), property.getValue()))
                        .forEach(property -> missing.add(refusal(
                                origin,
                                type + " with " + property.getKey() + " "
                                        + property.getValue().asText())));
            });
        }
        if (!missing.isEmpty()) {
            throw new UserError(missing.stream().distinct().toList());
        }
    }

    private static boolean isRefused(Set<String> only, JsonNode value) {
        return !only.isEmpty() && value.isTextual() && !only.contains(value.asText());
    }

    private static Diagnostic refusal(Origin origin, String what) {
        return Problems.of(Code.UNSUPPORTED, "the local cloud has no " + what)
                .detail("needed by " + origin.construct())
                .hint("leave it out where isLocal is true, or deploy with --cloud aws")
                .at(at(origin.place()));
    }

    private static SourceRef at(@Nullable String place) {
        if (place == null) {
            return SourceRef.UNKNOWN;
        }
        int colon = place.lastIndexOf(':');
        return new SourceRef(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)), 1);
    }
}
