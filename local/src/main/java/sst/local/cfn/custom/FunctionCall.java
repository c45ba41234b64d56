package sst.local.cfn.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sst.local.cfn.engine.tool.EngineClosed;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.port.FunctionInvoker;
import sst.local.wire.AwsException;

/** Calls the function behind a custom resource and waits for what it puts to its {@code ResponseURL}. */
final class FunctionCall {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_WAIT = 3600;
    private static final int THROTTLED = 429;
    private static final long BETWEEN_CALLS = 500;
    private final FunctionInvoker functions;
    private final ResponseInbox inbox;

    FunctionCall(FunctionInvoker functions, ResponseInbox inbox) {
        this.functions = functions;
        this.inbox = inbox;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The function's answer; when there is none, a failure that says why, marked {@code Local}. */
    JsonNode call(ObjectNode event, ResourceRequest request) {
        String token = request.properties().path("ServiceToken").asText("");
        if (!token.contains(":lambda:")) {
            return failure("not supported locally: a ServiceToken that names no Lambda function: " + token);
        }
        // The same request has the same id after a kill, so that an answer to either is an answer to both.
        String id = UUID.nameUUIDFromBytes((event + request.generatedName()).getBytes(StandardCharsets.UTF_8))
                .toString();
        event.put("RequestId", id)
                .put("ResponseURL", inbox.url(request.context().endpoint(), id));
        CompletableFuture<JsonNode> answer = inbox.expect(id);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds(request));
            FunctionInvoker.Invocation invocation = invoked(token, event, new Turn(answer, deadline));
            if (invocation.isError() && !answer.isDone()) {
                return failure("the function " + token + " failed: " + message(invocation));
            }
            return answer.get(seconds(request), TimeUnit.SECONDS);
        } catch (TimeoutException silence) {
            return failure("CloudFormation did not receive a response from your Custom Resource. Please check your"
                    + " logs for requestId [" + id + "].");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new EngineClosed();
        } catch (ExecutionException closed) {
            throw new EngineClosed();
        } finally {
            inbox.forget(id);
        }
    }

    private record Turn(CompletableFuture<JsonNode> answer, long deadline) {}

    /** A call that is throttled is made again, as by AWS, which calls asynchronously. */
    private FunctionInvoker.Invocation invoked(String token, ObjectNode event, Turn turn)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return functions.invoke(token, bytes(event));
            } catch (AwsException refused) {
                if (refused.status() != THROTTLED || System.nanoTime() > turn.deadline()) {
                    throw refused;
                }
                rest(turn);
            }
        }
    }

    /** Nobody answers meanwhile, unless a call of before a kill does, or the cloud stops. */
    private static void rest(Turn turn) throws InterruptedException, ExecutionException {
        try {
            turn.answer().get(BETWEEN_CALLS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException silence) {
            return;
        }
    }

    private static long seconds(ResourceRequest request) {
        return request.properties().path("ServiceTimeout").asLong(LONGEST_WAIT);
    }

    private static String message(FunctionInvoker.Invocation invocation) {
        try {
            JsonNode error = JSON.readTree(invocation.payload());
            return error.path("errorMessage").asText(new String(invocation.payload(), StandardCharsets.UTF_8));
        } catch (IOException notJson) {
            return new String(invocation.payload(), StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode failure(String reason) {
        return object().put("Status", "FAILED").put("Reason", reason).put("Local", true);
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
