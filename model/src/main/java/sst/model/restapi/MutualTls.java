package sst.model.restapi;

import org.jspecify.annotations.Nullable;
import sst.model.bucket.BucketTarget;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Which clients may connect to a domain, by their certificates. */
@Nested("Which clients may connect, by their certificates.")
public record MutualTls(
        @Nullable @Prop("The bucket that has the trust store.") BucketTarget bucket,
        @Nullable @Prop(value = "Its key in the bucket.", required = true, example = "'ca.pem'") String key,
        @Nullable @Prop("Its version in the bucket; left out, the newest.") String version) {}
