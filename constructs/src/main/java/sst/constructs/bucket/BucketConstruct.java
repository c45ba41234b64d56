package sst.constructs.bucket;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockPublicAccessOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.model.app.Removal;
import sst.model.app.StackModel;
import sst.model.bucket.BucketProps;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionProps;

/** {@code bucket}: an S3 bucket that only takes encrypted connections, open to all origins (SST v2). */
public final class BucketConstruct {
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
        this.bucket = Resource.of(spot, CdkProps.of(props.cdk(), "bucket"), IBucket.class, own -> make(props, own));
        notify(spot, props);
    }

    /** How buckets are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new BucketConstruct(model, site).asConstruct(), BucketConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        BucketProps props = model.props(BucketProps.class);
        return Receivers.own(props.notifications(), props.defaults(), stack);
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

    private void notify(Spot place, BucketProps props) {
        new Notifications(place, bucket, receivers).add(props);
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, bucket)
                .value("bucketName", bucket::getBucketName)
                .value("bucketArn", bucket::getBucketArn)
                .bound(
                        access -> ACTIONS.on(access, List.of(bucket.getBucketArn(), bucket.getBucketArn() + "/*")),
                        "bucketName")
                .functions(receivers)
                .extension((place, added) -> notify(place, added.props(BucketProps.class)));
    }
}
