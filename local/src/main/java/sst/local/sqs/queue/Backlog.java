package sst.local.sqs.queue;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All messages of a queue by what may happen to them next. Not safe for threads: the queue's lock guards it. */
final class Backlog {
    private static final Comparator<Slot> BY_END =
            Comparator.<Slot>comparingLong(slot -> slot.until).thenComparingLong(slot -> slot.sequence);

    private final NavigableMap<Long, Slot> all = new TreeMap<>();
    private final NavigableSet<Slot> held = new TreeSet<>(BY_END);
    private final ReceiveOrder order;
    private int inFlight;

    Backlog(ReceiveOrder order) {
        this.order = order;
    }

    void add(Slot slot) {
        all.put(slot.sequence, slot);
        enter(slot);
    }

    private void enter(Slot slot) {
        if (slot.hold != Hold.READY) {
            held.add(slot);
        }
        inFlight += slot.hold == Hold.IN_FLIGHT ? 1 : 0;
        order.changed(slot);
    }

    private void leave(Slot slot) {
        held.remove(slot);
        inFlight -= slot.hold == Hold.IN_FLIGHT ? 1 : 0;
    }

    void hold(Slot slot, Hold hold, long until) {
        leave(slot);
        slot.hold = hold;
        slot.until = until;
        enter(slot);
    }

    void remove(Slot slot) {
        leave(slot);
        all.remove(slot.sequence);
        order.removed(slot);
    }

    @Nullable
    Slot find(long sequence) {
        return all.get(sequence);
    }

    /** Ends every hold whose time is over. */
    void release(long now) {
        while (!held.isEmpty() && held.first().until <= now) {
            hold(held.first(), Hold.READY, 0);
        }
    }

    List<Slot> next(int most) {
        return order.next(most);
    }

    /** The oldest message, when it was sent before that time. */
    @Nullable
    Slot oldestBefore(long time) {
        return all.isEmpty() || all.firstEntry().getValue().sentAt >= time
                ? null
                : all.firstEntry().getValue();
    }

    /** When the next hold ends. */
    OptionalLong nextRelease() {
        return held.isEmpty() ? OptionalLong.empty() : OptionalLong.of(held.first().until);
    }

    long last() {
        return all.isEmpty() ? 0 : all.lastKey();
    }

    int size() {
        return all.size();
    }

    int inFlight() {
        return inFlight;
    }

    int delayed() {
        return held.size() - inFlight;
    }

    void clear() {
        all.clear();
        held.clear();
        order.clear();
        inFlight = 0;
    }
}
