package sst.constructs.site;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import sst.constructs.build.site.SiteOrder;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;
import sst.model.ref.Tokens;
import sst.model.site.StaticSiteProps;

/** {@code staticSite}: a bucket of files, CloudFront before it, and what uploads the files. */
public final class StaticSiteConstruct {
    private static final String UPLOADER = "uploader";

    private StaticSiteConstruct() {}

    /** How static sites are made. */
    public static ConstructType type() {
        return ConstructType.of(StaticSiteConstruct::make, StaticSiteConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        return Map.of(UPLOADER, uploader(model.props(StaticSiteProps.class)));
    }

    /** The function whose package is the built site. */
    private static FunctionProps uploader(StaticSiteProps props) {
        Map<String, String> known = new TreeMap<>();
        props.environment().forEach((name, value) -> known.put(name, Tokens.isIn(value) ? placeholder(name) : value));
        SiteOrder order = new SiteOrder(
                requireNonNullElse(props.buildCommand(), ""),
                requireNonNullElse(props.buildOutput(), "."),
                index(props),
                known);
        return FunctionBlock.SCHEMA.read(Map.of(
                "handler",
                order.handler(),
                "runtime",
                "nodejs22.x",
                "timeout",
                "15 minutes",
                "memorySize",
                "1024 MB",
                "enableLiveDev",
                false,
                "path",
                requireNonNullElse(props.path(), ".")));
    }

    /** What stands in built files for a value that only the cloud knows. */
    static String placeholder(String name) {
        return "{{ " + name + " }}";
    }

    static String index(StaticSiteProps props) {
        return requireNonNullElse(props.indexPage(), "index.html");
    }

    private static AppConstruct make(ConstructModel model, StackSite site) {
        StaticSiteProps props = model.props(StaticSiteProps.class);
        Spot spot = Resource.spot(model, site, props.cdk(), "bucket", "distribution");
        IBucket bucket = Resource.of(
                spot, CdkProps.of(props.cdk(), "bucket"), IBucket.class, own -> Resource.with(spot, bucket(spot), own)
                        .build());
        IDistribution distribution = Resource.of(
                spot,
                CdkProps.of(props.cdk(), "distribution"),
                IDistribution.class,
                own -> Delivery.make(spot, props, bucket, own));
        new Upload(spot, props, bucket, distribution).make(site.code().of(model, UPLOADER), uploader(props));
        return new ResourceConstruct(spot, distribution)
                .value("url", () -> "https://" + distribution.getDistributionDomainName())
                .value("bucketName", bucket::getBucketName)
                .value("bucketArn", bucket::getBucketArn)
                .value("distributionId", distribution::getDistributionId)
                .part(bucket)
                .bound(access -> List.of(), "url");
    }

    /** A site can be made again from its sources, so its bucket goes with it, whatever the app says of data. */
    private static Bucket.Builder bucket(Spot spot) {
        return Bucket.Builder.create(spot.scope(), "S3Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .autoDeleteObjects(true);
    }

    /** What the uploader replaces: what the user wrote, and variables that only the cloud knows. */
    static List<Map<String, Object>> replacements(StaticSiteProps props, Spot spot) {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        props.replaceValues().forEach(each -> all.add(replacement(each.files(), each.search(), each.replace(), spot)));
        props.environment().forEach((name, value) -> {
            if (Tokens.isIn(value)) {
                for (String files : List.of("**/*.html", "**/*.js")) {
                    all.add(replacement(files, placeholder(name), value, spot));
                }
            }
        });
        return all;
    }

    private static Map<String, Object> replacement(String files, String search, String replace, Spot spot) {
        Map<String, Object> replacement = new LinkedHashMap<>();
        replacement.put("files", files);
        replacement.put("search", search);
        replacement.put("replace", spot.site().values().text(replace));
        return replacement;
    }
}
