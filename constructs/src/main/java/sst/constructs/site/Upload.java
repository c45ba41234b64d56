package sst.constructs.site;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.s3.IBucket;
import sst.constructs.build.BuiltCode;
import sst.constructs.construct.Grant;
import sst.constructs.event.Spot;
import sst.constructs.function.LambdaFunction;
import sst.model.function.FunctionProps;
import sst.model.site.FileOption;
import sst.model.site.SiteAssets;
import sst.model.site.StaticSiteProps;

/** The function that uploads a site, and the resources by which CloudFormation calls it when the site changes. */
record Upload(Spot spot, StaticSiteProps props, IBucket bucket, IDistribution distribution) {
    private static final int LONGEST_MINUTES = 15;
    private static final List<Map<String, Object>> USUAL = List.of(
            Map.of("files", "**", "cacheControl", "max-age=0,no-cache,no-store,must-revalidate"),
            Map.of("files", List.of("**/*.js", "**/*.css"), "cacheControl", "max-age=31536000,public,immutable"));

    void make(BuiltCode code, FunctionProps function) {
        LambdaFunction uploader = LambdaFunction.make(
                new LambdaFunction.Spot(spot.scope(), "UploaderFunction"), function, code, spot.site());
        String arn = bucket.getBucketArn();
        uploader.allow(Grant.allow(List.of("s3:ListBucket"), List.of(arn)));
        uploader.allow(Grant.allow(List.of("s3:PutObject", "s3:DeleteObject"), List.of(arn + "/*")));
        uploader.allow(Grant.allow(
                List.of("cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"),
                List.of("arn:" + spot.site().stack().getPartition() + ":cloudfront::"
                        + spot.site().stack().getAccount() + ":distribution/" + distribution.getDistributionId())));
        CustomResource files = resource("S3Uploader", uploader, files(code));
        CustomResource forgets = resource("CloudFrontInvalidator", uploader, invalidation(code));
        forgets.getNode().addDependency(files);
    }

    private CustomResource resource(String id, LambdaFunction uploader, Map<String, Object> properties) {
        CustomResource made = CustomResource.Builder.create(spot.scope(), id)
                .serviceToken(uploader.cdk().getFunctionArn())
                .resourceType("Custom::" + id)
                .serviceTimeout(Duration.minutes(LONGEST_MINUTES))
                .properties(properties)
                .build();
        // Permissions have to be there before it runs.
        made.getNode().addDependency(uploader.cdk());
        return made;
    }

    private Map<String, Object> files(BuiltCode code) {
        SiteAssets assets = props.assets();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("fileOptions", options(assets));
        settings.put("purge", !Boolean.FALSE.equals(props.purgeFiles()));
        settings.put("textEncoding", requireNonNullElse(assets == null ? null : assets.textEncoding(), "utf-8"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("destinationBucketName", bucket.getBucketName());
        properties.put("settings", spot.site().stack().toJsonString(settings));
        properties.put("replaceValues", StaticSiteConstruct.replacements(props, spot));
        properties.put("version", code.hash());
        return properties;
    }

    private Map<String, Object> invalidation(BuiltCode code) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("distributionId", distribution.getDistributionId());
        properties.put("paths", List.of("/*"));
        properties.put("waitForInvalidation", Boolean.TRUE.equals(props.waitForInvalidation()));
        properties.put("version", code.hash());
        properties.put("replaceValues", StaticSiteConstruct.replacements(props, spot));
        return properties;
    }

    private static List<Map<String, Object>> options(@org.jspecify.annotations.Nullable SiteAssets assets) {
        List<Map<String, Object>> options = new ArrayList<>(USUAL);
        if (assets != null) {
            assets.fileOptions().forEach(each -> options.add(option(each)));
        }
        return options;
    }

    private static Map<String, Object> option(FileOption option) {
        Map<String, Object> rule = new LinkedHashMap<>(Map.of("files", option.files(), "ignore", option.ignore()));
        if (option.cacheControl() != null) {
            rule.put("cacheControl", option.cacheControl());
        }
        if (option.contentType() != null) {
            rule.put("contentType", option.contentType());
        }
        if (option.contentEncoding() != null) {
            rule.put("contentEncoding", option.contentEncoding());
        }
        return rule;
    }
}
