package sst.runner.aws.sdk.mfa;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;

/**
 * A profile that assumes a role and asks for a one-time code to do so, which the SDK's own profiles cannot
 * (docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html).
 *
 * @param serial the MFA device
 * @param source the profile whose credentials assume the role
 * @param session the session's name, null for one of our own
 */
public record MfaProfile(
        String name,
        String role,
        String serial,
        String source,
        @Nullable String externalId,
        @Nullable String session,
        @Nullable Integer seconds) {
    /** Empty when the profile asks for no code, or says nothing about whose credentials assume its role. */
    public static Optional<MfaProfile> of(Profile profile) {
        String role = profile.property("role_arn").orElse("");
        String serial = profile.property("mfa_serial").orElse("");
        String source = profile.property("source_profile").orElse("");
        if (role.isEmpty() || serial.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MfaProfile(
                profile.name(),
                role,
                serial,
                source,
                profile.property("external_id").orElse(null),
                profile.property("role_session_name").orElse(null),
                profile.property("duration_seconds").map(Integer::valueOf).orElse(null)));
    }
}
