package sst.model.websocket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.gateway.AccessLog;
import sst.model.gateway.CustomDomain;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A WebSocket API (SST v2: {@code constructs/WebSocketApi.ts}). */
@Construct(value = "webSocketApi", doc = "A WebSocket API with a function per route.", handle = WebSocketApi.class)
public record WebSocketApiProps(
        @Prop(
                        value = "What answers each kind of message.",
                        example = "$connect: 'src/list.main', sendMessage: 'src/list.main'",
                        block = WebSocketRoutesBlock.class)
                Map<String, WebSocketRoute> routes,
        @Nullable @Prop(value = "Who may connect.", defaultsTo = "none") WebSocketAuthorizer authorizer,
        @Nullable @Prop(value = "How messages are logged.", defaultsTo = "true") AccessLog accessLog,
        @Nullable
                @Prop(
                        value = "A name of your own under which the API answers.",
                        example = "'chat.acme.com'",
                        synonyms = "domain")
                CustomDomain customDomain,
        @Nullable @Prop("What every route starts from.") ChildDefaults defaults,
        @Prop(
                        value =
                                "CDK props by object (webSocketApi, webSocketStage), merged last, or closures that return them.",
                        example = "webSocketApi: [description: 'chat']")
                Map<String, CdkOverride> cdk) {}
