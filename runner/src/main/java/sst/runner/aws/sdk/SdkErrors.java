package sst.runner.aws.sdk;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.AwsFailure.Kind;

/** Sorts the SDK's exceptions by what can be done about them. */
public final class SdkErrors {
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN_CALLER = Set.of(
            "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch");
    private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");

    private SdkErrors() {}

    /** Makes a call.
     *
     * @throws AwsFailure when it fails
     */
    public static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw service(e);
        } catch (SdkException e) {
            throw client(e);
        } catch (UncheckedIOException e) {
            throw reset(e);
        }
    }

    /** What the SDK's HTTP client throws when a connection is reset before the status line. */
    private static AwsFailure reset(UncheckedIOException e) {
        Throwable cause = e.getCause();
        String words = cause == null ? e.getMessage() : cause.getMessage();
        AwsFailure failure = new AwsFailure(Kind.UNREACHABLE, "ConnectionLost", String.valueOf(words));
        failure.initCause(e);
        return failure;
    }

    private static AwsFailure service(AwsServiceException e) {
        var details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" + e.statusCode() : details.errorCode();
        String words = details == null || details.errorMessage() == null ? e.getMessage() : details.errorMessage();
        AwsFailure failure = new AwsFailure(kind(e, code), code, words == null ? code : words);
        failure.initCause(e);
        return failure;
    }

    private static Kind kind(AwsServiceException e, String code) {
        boolean throttled =
                e.isThrottlingException() || code.toLowerCase(Locale.ROOT).contains("throttl");
        return throttled ? Kind.THROTTLED : kind(e.statusCode(), code);
    }

    /** For an answer that is no throttling. */
    static Kind kind(int status, String code) {
        if (EXPIRED.contains(code)) {
            return Kind.CREDENTIALS_EXPIRED;
        }
        if (UNKNOWN_CALLER.contains(code)) {
            return Kind.CREDENTIALS_MISSING;
        }
        if (status == 412 || code.equals("ConditionalRequestConflict")) {
            return Kind.CONDITION;
        }
        if (status == 404) {
            return Kind.NOT_FOUND;
        }
        boolean denied = DENIED.contains(code) || status == 403;
        return denied ? Kind.DENIED : Kind.REFUSED;
    }

    private static AwsFailure client(SdkException e) {
        String words = String.valueOf(e.getMessage());
        String lower = words.toLowerCase(Locale.ROOT);
        Kind kind = Kind.UNREACHABLE;
        if (lower.contains("expired") || (lower.contains("sso") && lower.contains("token"))) {
            kind = Kind.CREDENTIALS_EXPIRED;
        } else if (e instanceof SdkClientException && (lower.contains("credential") || lower.contains("profile"))) {
            kind = Kind.CREDENTIALS_MISSING;
        }
        AwsFailure failure = new AwsFailure(kind, e.getClass().getSimpleName(), words);
        failure.initCause(e);
        return failure;
    }
}
