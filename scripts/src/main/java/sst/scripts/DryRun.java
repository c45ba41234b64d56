package sst.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import sst.scripts.call.ShownWrite;

/** Tells what a dry run leaves out: each write when it would be made, and all of them at the end. */
final class DryRun {
    private final Consumer<String> notes;
    private final List<ShownWrite> left = new ArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    DryRun(Consumer<String> notes) {
        this.notes = notes;
    }

    synchronized void add(ShownWrite write) {
        left.add(write);
        notes.accept(write.toString());
    }

    /** Says the sum, once. */
    synchronized void end() {
        if (ended.getAndSet(true)) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        left.forEach(write -> counts.merge(write.operation(), 1, Integer::sum));
        List<String> words = counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .toList();
        notes.accept(words.isEmpty() ? "no writes" : "would send " + String.join(", ", words) + "; nothing was sent");
    }
}
