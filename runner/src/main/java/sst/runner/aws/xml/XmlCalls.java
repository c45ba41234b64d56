package sst.runner.aws.xml;

import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Signed GET calls that are answered in XML. */
public record XmlCalls(AwsCredentialsProvider credentials, SdkHttpClient http) {
    /**
     * Whom a call is for.
     *
     * @param service the name that the signature has
     * @param region the region that the signature has
     */
    record Service(String service, String region) {}

    /**
     * The answer.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when there is none, or an error
     */
    XmlAnswer get(Service service, URI address) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(address)
                .putHeader("Host", address.getAuthority())
                .build();
        SignedRequest signed = AwsV4HttpSigner.create().sign(each -> each.identity(credentials.resolveCredentials())
                .request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.service())
                .putProperty(AwsV4HttpSigner.REGION_NAME, service.region()));
        try {
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .build())
                    .call();
            byte[] body = response.responseBody().isEmpty()
                    ? new byte[0]
                    : response.responseBody().get().readAllBytes();
            if (response.httpResponse().isSuccessful()) {
                return XmlAnswer.parse(body);
            }
            throw refused(response.httpResponse().statusCode(), body);
        } catch (IOException e) {
            throw SdkClientException.create("no answer from " + address.getAuthority() + ": " + e.getMessage(), e);
        }
    }

    private static AwsServiceException refused(int status, byte[] body) {
        XmlAnswer answer = XmlAnswer.parse(body);
        AwsErrorDetails details = AwsErrorDetails.builder()
                .errorCode(answer.text("Code"))
                .errorMessage(answer.text("Message"))
                .build();
        return AwsServiceException.builder()
                .awsErrorDetails(details)
                .statusCode(status)
                .message(answer.text("Message"))
                .build();
    }
}
