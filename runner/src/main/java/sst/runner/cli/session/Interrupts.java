package sst.runner.cli.session;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C: the first asks the command to stop, the second leaves at once. The JDK offers this only by {@code
 * sun.misc.Signal}, which is reached by reflection because not every runtime has it; without it Ctrl-C ends the process.
 */
public final class Interrupts {
    private Interrupts() {}

    /** Sets what the first and what later ones do, instead of what was set before. */
    public static void onInterrupt(Runnable first, Runnable second) {
        AtomicInteger count = new AtomicInteger();
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                        if (method.getName().equals("handle")) {
                            (count.getAndIncrement() == 0 ? first : second).run();
                        }
                        return method.getName().equals("equals") ? self == args[0] : null;
                    });
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            var unused = signal.getMethod("handle", signal, handler).invoke(null, interrupt, proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // The default stays: the process ends, and its lock is taken over by the next run.
            return;
        }
    }
}
