package sst.model.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** The app block. */
@Nested("The app as a whole.")
public record AppProps(
        @Nullable @Prop(value = "The app's name: letters, digits, '-'.", required = true, example = "'notes'")
                String name,
        @Nullable
                @Prop(value = "The AWS region; else AWS_REGION, the profile's, or us-east-1.", example = "'eu-west-1'")
                String region,
        @Nullable @Prop(value = "Where it is deployed: aws or local; --cloud overrides.", defaultsTo = "aws")
                Cloud cloud,
        @Nullable @Prop(value = "The AWS profile whose credentials are used.", example = "'company-dev'")
                String profile,
        @Nullable @Prop(value = "The only AWS account that is allowed.", example = "'123456789012'") String account,
        @Nullable @Prop(value = "What happens to data when its resource is removed.", example = "'destroy'")
                Removal removal,
        @Nullable @Prop(value = "Whether remove and dev are refused.", defaultsTo = "false") Boolean protect,
        @Prop(value = "Tags of every stack.", example = "team: 'web'") Map<String, String> tags,
        @Nullable @Prop("What every function starts from.") Defaults defaults) {}
