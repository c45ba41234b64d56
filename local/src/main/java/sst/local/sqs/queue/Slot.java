package sst.local.sqs.queue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a queue keeps in memory of a message: all but its content. */
final class Slot implements Comparable<Slot> {
    private static final int FIXED_BYTES = 3 * Long.BYTES + Integer.BYTES + 1;

    final long sequence;
    final String group;
    final long sentAt;
    Hold hold;
    /** When the hold ends, in milliseconds since the epoch. */
    long until;

    long firstReceivedAt;
    int receives;

    Slot(long sequence, String group, long sentAt) {
        this.sequence = sequence;
        this.group = group;
        this.sentAt = sentAt;
        this.hold = Hold.READY;
    }

    static Slot read(long sequence, byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        long sentAt = from.getLong();
        long until = from.getLong();
        long first = from.getLong();
        int receives = from.getInt();
        Hold hold = Hold.of(from.get());
        Slot slot = new Slot(sequence, StandardCharsets.UTF_8.decode(from).toString(), sentAt);
        slot.until = until;
        slot.firstReceivedAt = first;
        slot.receives = receives;
        slot.hold = hold;
        return slot;
    }

    byte[] bytes() {
        byte[] name = group.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + name.length)
                .putLong(sentAt)
                .putLong(until)
                .putLong(firstReceivedAt)
                .putInt(receives)
                .put(hold.mark)
                .put(name)
                .array();
    }

    @Override
    public int compareTo(Slot other) {
        return Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slot slot && slot.sequence == sequence;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }
}
