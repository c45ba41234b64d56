package sst.runner.action;

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
 * Refuses resources that the local cloud does not have: all of them, of all stacks, before anything is touched. The
 * local cloud refuses them too, but only when it comes to their stack.
 */
final class LocalTypes {
    private static final String CUSTOM = "Custom::";

    private LocalTypes() {}

    static void check(Context context, AppIdentity app, List<StackArtifact> stacks) {
        Optional<CloudStatus> cloud = app.local() ? context.localCloud().status() : Optional.empty();
        cloud.map(CloudStatus::types).filter(known -> !known.isEmpty()).ifPresent(known -> check(known, stacks));
    }

    static void check(Set<String> known, List<StackArtifact> stacks) {
        List<Diagnostic> missing = new ArrayList<>();
        for (StackArtifact stack : stacks) {
            stack.template().path("Resources").properties().forEach(resource -> {
                String type = resource.getValue().path("Type").asText();
                if (!known.contains(type) && !type.startsWith(CUSTOM)) {
                    missing.add(refusal(stack.origin(resource.getKey(), type), type));
                }
            });
        }
        if (!missing.isEmpty()) {
            throw new UserError(missing.stream().distinct().toList());
        }
    }

    private static Diagnostic refusal(Origin origin, String type) {
        return Problems.of(Code.UNSUPPORTED, "the local cloud has no " + type)
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
