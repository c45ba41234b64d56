package sst.constructs.kernel;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the CDK objects to which nothing in this JVM refers any more, so that the kernel can let go of them too; jsii
 * itself keeps every object of either side for as long as its process runs.
 */
final class ForgottenObjects {
    /** Objects of some dozens of syntheses; the collector, which sees only their small halves here, would let more wait. */
    private static final int MOST_WAITING = 10_000;

    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private final Map<String, Set<Half>> halves = new HashMap<>();

    /** Takes over objects by their ids in the kernel. */
    void watch(Map<String, Object> objects) {
        objects.forEach((id, half) ->
                halves.computeIfAbsent(id, each -> new HashSet<>()).add(new Half(half, id, gone)));
    }

    /** The ids of those that are gone since it was asked last. */
    Set<String> ids() {
        if (halves.size() > MOST_WAITING) {
            System.gc();
        }
        Set<String> ids = new HashSet<>();
        for (Object next = gone.poll(); next != null; next = gone.poll()) {
            Half half = (Half) next;
            Set<Half> others = halves.getOrDefault(half.id, Set.of());
            if (others.remove(half) && others.isEmpty()) {
                halves.remove(half.id);
                ids.add(half.id);
            }
        }
        return ids;
    }

    /** What an object in the kernel is in this JVM; it may be several things. */
    private static final class Half extends WeakReference<Object> {
        private final String id;

        Half(Object half, String id, ReferenceQueue<Object> gone) {
            super(half, gone);
            this.id = id;
        }
    }
}
