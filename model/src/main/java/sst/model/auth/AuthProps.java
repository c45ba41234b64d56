package sst.model.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.function.FunctionDefinition;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** Sign-in for APIs (SST v2: {@code constructs/Auth.ts}). */
@Construct(
        value = "auth",
        doc = "Sign-in for APIs: a function that lets users in, and the keys that sign and verify who they are.",
        handle = Auth.class)
public record AuthProps(
        @Nullable
                @Prop(
                        value = "The function that lets users in and signs who they are.",
                        example = "'src/list.main'",
                        required = true)
                FunctionDefinition authenticator,
        @Nullable
                @Prop(
                        value = "The path under which attached APIs let users in; attach may name it too.",
                        defaultsTo = "/auth",
                        example = "'/login'")
                String prefix,
        @Prop("Another id for the CDK: id.") Map<String, CdkOverride> cdk) {}
