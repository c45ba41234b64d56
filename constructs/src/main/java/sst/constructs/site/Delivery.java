package sst.constructs.site;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.IBucket;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.site.StaticSiteProps;

/** CloudFront before a site's bucket: pages without their extension, and a page instead of an error. */
final class Delivery {
    private static final String TO_INDEX = "redirect_to_index_page";
    private static final int OK = 200;
    private static final List<Integer> MISSING = List.of(403, 404);
    /** Certificates and validation files are asked for by their very names. */
    private static final String PAGES =
            """
            function handler(event) {
              var request = event.request;
              if (request.uri.startsWith("/.well-known/")) {
                return request;
              }
              if (request.uri.endsWith("/")) {
                request.uri += "index.html";
              } else if (!request.uri.split("/").pop().includes(".")) {
                request.uri += ".html";
              }
              return request;
            }
            """;

    private Delivery() {}

    static Distribution make(Spot spot, StaticSiteProps props, IBucket bucket, Map<String, Object> own) {
        CdkProps.refuse("cdk.distribution", own, Map.of("defaultRootObject", "indexPage beside cdk"));
        Function pages = Function.Builder.create(spot.scope(), "CloudFrontFunction")
                .code(FunctionCode.fromInline(PAGES))
                .build();
        BehaviorOptions behavior = BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessIdentity(bucket))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .functionAssociations(List.of(FunctionAssociation.builder()
                        .eventType(FunctionEventType.VIEWER_REQUEST)
                        .function(pages)
                        .build()))
                .build();
        Distribution.Builder builder = Distribution.Builder.create(spot.scope(), "Distribution")
                .defaultRootObject(StaticSiteConstruct.index(props))
                .defaultBehavior(behavior)
                .errorResponses(errors(props));
        return Resource.with(spot, builder, own).build();
    }

    /** A site of one page shows it under every address; another one has a page that says what is missing. */
    private static List<ErrorResponse> errors(StaticSiteProps props) {
        String page = requireNonNullElse(props.errorPage(), TO_INDEX);
        boolean isIndex = page.equals(TO_INDEX);
        Stream<ErrorResponse> responses = MISSING.stream().map(status -> ErrorResponse.builder()
                .httpStatus(status)
                .responsePagePath("/" + (isIndex ? StaticSiteConstruct.index(props) : page))
                .responseHttpStatus(isIndex ? OK : status)
                .build());
        return responses.toList();
    }
}
