package sst.local.apigateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sst.local.port.FunctionInvoker;
import sst.local.port.FunctionInvoker.Invocation;
import sst.local.wire.AwsException;

/** Calls functions for APIs, each within its time. */
public final class FunctionCalls implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FunctionCalls.class.getName());

    private final FunctionInvoker functions;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "api-function");
        thread.setDaemon(true);
        return thread;
    });

    /** Calls of these functions. */
    public FunctionCalls(FunctionInvoker functions) {
        this.functions = functions;
    }

    /** How a call ended. */
    public enum End {
        /** The function gave an answer. */
        ANSWERED,
        /** The function failed, or is not there. */
        FAILED,
        /** The function did not answer in time. */
        TIMED_OUT,
        /** The function's limit, or the machine's, was reached. */
        THROTTLED
    }

    /** What came of a call; the payload is the error's when it failed. */
    public record Result(End end, byte[] payload) {}

    /** Calls a function. One that takes too long goes on by itself: an interrupt could break the store's file. */
    public Result call(String arn, byte[] event, int millis) {
        try {
            return CompletableFuture.supplyAsync(() -> invoke(arn, event), threads)
                    .get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Result(End.TIMED_OUT, new byte[0]);
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.ERROR, arn, broken.getCause());
            return new Result(End.FAILED, new byte[0]);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return new Result(End.TIMED_OUT, new byte[0]);
        }
    }

    private Result invoke(String arn, byte[] event) {
        try {
            Invocation answer = functions.invoke(arn, event);
            return new Result(answer.isError() ? End.FAILED : End.ANSWERED, answer.payload());
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, arn + " was not called: " + refused.text());
            return new Result(refused.status() == 429 ? End.THROTTLED : End.FAILED, new byte[0]);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
