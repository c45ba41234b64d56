package sst.local.sqs.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In order within each group; a group whose messages are in flight waits until they are deleted or come back. */
final class FifoOrder implements ReceiveOrder {
    private final Map<String, Group> groups = new HashMap<>();
    private final NavigableMap<Long, Group> open = new TreeMap<>();

    private static final class Group {
        private final NavigableSet<Slot> slots = new TreeSet<>();
        private final Set<Slot> inFlight = new HashSet<>();
        private long offeredAt = -1;
    }

    @Override
    public void changed(Slot slot) {
        Group group = groups.computeIfAbsent(slot.group, name -> new Group());
        group.slots.add(slot);
        if (slot.hold == Hold.IN_FLIGHT) {
            group.inFlight.add(slot);
        } else {
            group.inFlight.remove(slot);
        }
        offer(group);
    }

    @Override
    public void removed(Slot slot) {
        Group group = groups.get(slot.group);
        if (group != null) {
            group.slots.remove(slot);
            group.inFlight.remove(slot);
            offer(group);
            if (group.slots.isEmpty()) {
                groups.remove(slot.group);
            }
        }
    }

    private void offer(Group group) {
        open.remove(group.offeredAt);
        group.offeredAt = -1;
        boolean isOpen = group.inFlight.isEmpty() && !group.slots.isEmpty() && group.slots.first().hold == Hold.READY;
        if (isOpen) {
            group.offeredAt = group.slots.first().sequence;
            open.put(group.offeredAt, group);
        }
    }

    /** As many of one group as there are, then of the next, as AWS does. */
    @Override
    public List<Slot> next(int most) {
        List<Slot> taken = new ArrayList<>();
        for (Group group : open.values()) {
            if (taken.size() == most) {
                break;
            }
            group.slots.stream()
                    .takeWhile(slot -> slot.hold == Hold.READY)
                    .limit(most - taken.size())
                    .forEach(taken::add);
        }
        return taken;
    }

    @Override
    public void clear() {
        groups.clear();
        open.clear();
    }
}
