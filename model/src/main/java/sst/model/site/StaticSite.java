package sst.model.site;

import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.ref.Ref;

/** The handle of a static site. */
public final class StaticSite extends ConstructHandle<StaticSiteProps> {
    public StaticSite(ConstructScope scope, StaticSiteBlock block) {
        super(scope, block);
    }

    /** The address of the site. */
    public Ref getUrl() {
        return ref("url");
    }

    /** The name of the bucket that holds the files. */
    public Ref getBucketName() {
        return ref("bucketName");
    }

    /** The ARN of the bucket that holds the files. */
    public Ref getBucketArn() {
        return ref("bucketArn");
    }

    /** The id of the CloudFront distribution. */
    public Ref getDistributionId() {
        return ref("distributionId");
    }
}
