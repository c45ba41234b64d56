package sst.local.lambda.jvm;

import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code com.amazonaws.services.lambda.runtime.Context} tells. The interface is in the user's jar, so it is
 * implemented there by a proxy.
 */
record InvocationContext(Map<String, String> environment, RuntimeClient.Reply reply, PrintStream out) {
    private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.";

    String requestId() {
        return reply.header("lambda-runtime-aws-request-id");
    }

    /** The context as the user's own interface. */
    Object as(Class<?> contextType) {
        return proxy(contextType, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAwsRequestId" -> requestId();
            case "getLogGroupName" -> environment.get("AWS_LAMBDA_LOG_GROUP_NAME");
            case "getLogStreamName" -> environment.get("AWS_LAMBDA_LOG_STREAM_NAME");
            case "getFunctionName" -> environment.get("AWS_LAMBDA_FUNCTION_NAME");
            case "getFunctionVersion" -> environment.get("AWS_LAMBDA_FUNCTION_VERSION");
            case "getInvokedFunctionArn" -> reply.header("lambda-runtime-invoked-function-arn");
            case "getRemainingTimeInMillis" -> remaining();
            case "getMemoryLimitInMB" ->
                Integer.valueOf(environment.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "0"));
            case "getLogger" -> logger(contextType.getClassLoader());
            case "toString" -> "Context[" + requestId() + "]";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> null;
        });
    }

    private int remaining() {
        long deadline = Long.parseLong(reply.header("lambda-runtime-deadline-ms"));
        return (int) Math.max(0, deadline - System.currentTimeMillis());
    }

    private Object logger(@Nullable ClassLoader loader) {
        try {
            return proxy(Class.forName(PACKAGE + "LambdaLogger", false, loader), (proxy, method, arguments) -> {
                if (method.getName().equals("log")) {
                    print(arguments[0]);
                    return null;
                }
                return method.getName().equals("toString") ? "LambdaLogger" : System.identityHashCode(proxy);
            });
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(Object message) {
        String text =
                message instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(message);
        String event = (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).replace('\n', '\r');
        out.print(event + "\n");
        out.flush();
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
