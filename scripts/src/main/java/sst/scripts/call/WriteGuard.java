package sst.scripts.call;

import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sees every call of a script's clients before it is made, and refuses or only shows those that change something. */
final class WriteGuard implements ExecutionInterceptor {
    private final Writes writes;
    private final Consumer<ShownWrite> shown;

    WriteGuard(Writes writes, Consumer<ShownWrite> shown) {
        this.writes = writes;
        this.shown = shown;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Operation operation = operation(attributes);
        if (operation.isRead()) {
            return;
        }
        if (writes == Writes.REFUSE) {
            throw new WriteRefused(operation.name());
        }
        if (writes == Writes.SHOW) {
            SdkRequest request = context.request();
            shown.accept(ShownWrite.of(operation.name(), request));
        }
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        boolean unsent = writes == Writes.SHOW && !operation(attributes).isRead();
        return unsent ? UnsentHttp.mark(context.httpRequest()) : context.httpRequest();
    }

    private static Operation operation(ExecutionAttributes attributes) {
        return new Operation(
                String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
                String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    }
}
