package sst.local.sqs.queue;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Oldest first, whatever else is in flight. */
final class StandardOrder implements ReceiveOrder {
    private final NavigableSet<Slot> ready = new TreeSet<>();

    @Override
    public void changed(Slot slot) {
        if (slot.hold == Hold.READY) {
            ready.add(slot);
        } else {
            ready.remove(slot);
        }
    }

    @Override
    public void removed(Slot slot) {
        ready.remove(slot);
    }

    @Override
    public List<Slot> next(int most) {
        return ready.stream().limit(most).toList();
    }

    @Override
    public void clear() {
        ready.clear();
    }
}
