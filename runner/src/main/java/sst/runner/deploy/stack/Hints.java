package sst.runner.deploy.stack;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What usually helps against a reason that CloudFormation gives. */
final class Hints {
    private static final List<Hint> KNOWN = List.of(
            hint(
                    "already exists",
                    "another stack or a retained resource has this name: give it another name, or delete it"),
            hint(
                    "does not exist in the assets bucket|NoSuchKey",
                    "deploy again: the published code was deleted meanwhile"),
            hint(
                    "is not authorized to perform|AccessDenied",
                    "give the deploying role the right that the reason names"),
            hint("bucket you tried to delete is not empty", "empty the bucket first, or set removal 'retain'"),
            hint(
                    "cannot be deleted as it is in use by|is in use by",
                    "deploy the importing stack without the import first"),
            hint(
                    "runtime.*(not supported|no longer)|'runtime' failed to satisfy",
                    "choose a runtime that Lambda still offers"),
            hint("LimitExceeded|limit exceeded|quota", "ask for a higher quota, or deploy fewer of these"),
            hint("Unzipped size must be smaller", "shrink the function: leave out what it does not need"),
            hint(
                    "is not supported by the local cloud|not supported locally",
                    "leave it out on this stage, or deploy the stage with --cloud aws"));

    private Hints() {}

    static @Nullable String against(String reason) {
        return KNOWN.stream()
                .filter(hint -> hint.reason().matcher(reason).find())
                .map(Hint::text)
                .findFirst()
                .orElse(null);
    }

    private static Hint hint(String reason, String text) {
        return new Hint(Pattern.compile(reason, Pattern.CASE_INSENSITIVE), text);
    }

    private record Hint(Pattern reason, String text) {}
}
