package sst.constructs.bucket;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockPublicAccessOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Extensible;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.app.Removal;
import sst.model.app.StackModel;
import sst.model.bucket.BucketProps;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionProps;

/** {@code bucket}: an S3 bucket that only takes encrypted connections, open to all origins (SST v2). */
public final class BucketConstruct implements AppConstruct, Extensible {
    private static final Actions ACTIONS = new Actions(
            "s3:*",
            List.of("s3:GetBucket*", "s3:GetObject*", "s3:List*"),
            List.of(
                    "s3:Abort*",
                    "s3:DeleteObject*",
                    "s3:PutObject",
                    "s3:PutObjectLegalHold",
                    "s3:PutObjectRetention",
                    "s3:PutObjectTagging",
                    "s3:PutObjectVersionTagging"));

    private final Spot spot;
    private final IBucket bucket;
    private final Receivers receivers = new Receivers();

    private BucketConstruct(ConstructModel model, StackSite site) {
        BucketProps props = model.props(BucketProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "bucket");
        this.bucket = Resource.of(spot, CdkProps.of(props.cdk(), "bucket"), own -> make(props, own));
        new Notifications(spot, bucket, receivers).add(props);
    }

    /** How buckets are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new BucketConstruct(model, site);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                BucketProps props = model.props(BucketProps.class);
                return Receivers.own(props.notifications(), props.defaults(), stack);
            }
        };
    }

    private IBucket make(BucketProps props, Map<String, Object> own) {
        boolean isBlocked = Boolean.TRUE.equals(props.blockPublicACLs());
        Bucket.Builder builder = Bucket.Builder.create(spot.scope(), "Bucket")
                .enforceSsl(true)
                .blockPublicAccess(isBlocked ? BlockPublicAccess.BLOCK_ALL : openLists())
                .objectOwnership(
                        isBlocked ? ObjectOwnership.BUCKET_OWNER_ENFORCED : ObjectOwnership.BUCKET_OWNER_PREFERRED);
        if (props.name() != null) {
            builder.bucketName(spot.site().values().text(props.name()));
        }
        if (spot.site().app().props().removal() == Removal.DESTROY && !own.containsKey("removalPolicy")) {
            builder.removalPolicy(RemovalPolicy.DESTROY).autoDeleteObjects(true);
        }
        CorsRules.of(props.cors()).ifPresent(builder::cors);
        return Resource.with(spot, builder, own).build();
    }

    private static BlockPublicAccess openLists() {
        return new BlockPublicAccess(BlockPublicAccessOptions.builder()
                .blockPublicAcls(false)
                .ignorePublicAcls(false)
                .build());
    }

    @Override
    public void extend(ConstructModel addition, StackSite site) {
        new Notifications(spot.in(addition, site), bucket, receivers).add(addition.props(BucketProps.class));
    }

    @Override
    public String attribute(String name) {
        return switch (name) {
            case "bucketName" -> bucket.getBucketName();
            case "bucketArn" -> bucket.getBucketArn();
            default -> throw AppConstruct.lacks(spot.model().id(), "'" + name + "'");
        };
    }

    @Override
    public Object cdk() {
        return bucket;
    }

    @Override
    public Construct scope() {
        return spot.scope();
    }

    @Override
    public Bound bound() {
        return new Bound(
                "Bucket",
                spot.model().id().id(),
                Map.of("bucketName", new BoundValue.Plain(() -> attribute("bucketName"))),
                access -> {
                    String arn = attribute("bucketArn");
                    return ACTIONS.on(access, List.of(arn, arn + "/*"));
                });
    }

    @Override
    public Map<String, Member> functions() {
        return receivers.members();
    }
}
