package sst.local.cfn.stack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import sst.local.cfn.stack.SealedRecords;
import sst.local.cfn.stack.StackId;
import sst.local.store.Store;

/** The events of all stacks. */
public final class StackEvents {
    private final NavigableMap<String, JsonNode> events;
    private final SealedRecords records;

    /** The events of a store. */
    public StackEvents(Store store, SealedRecords records) {
        this.records = records;
        events = store.json("cloudformation.events");
    }

    /** Adds an event after all others of its stack. */
    public synchronized void add(StackId stack, StackEvent event) {
        Map.Entry<String, JsonNode> last = events.lowerEntry(prefix(stack) + '\uffff');
        long number = last == null || !last.getKey().startsWith(prefix(stack))
                ? 1
                : Long.parseLong(last.getKey().substring(prefix(stack).length())) + 1;
        events.put(prefix(stack) + String.format("%012d", number), records.write(event));
    }

    /**
     * A page of a stack's events, the newest first.
     *
     * @param before the token of the page before; empty for the first page
     */
    public Page page(StackId stack, String before, int size) {
        String from = before.isEmpty() ? prefix(stack) + '\uffff' : prefix(stack) + before;
        List<StackEvent> page = new ArrayList<>();
        String next = "";
        for (Map.Entry<String, JsonNode> entry :
                events.subMap(prefix(stack), true, from, false).descendingMap().entrySet()) {
            if (page.size() == size) {
                return new Page(page, next);
            }
            page.add(records.read(entry.getValue(), StackEvent.class));
            next = entry.getKey().substring(prefix(stack).length());
        }
        return new Page(page, "");
    }

    /**
     * A page of events.
     *
     * @param events the newest first
     * @param next the token of the next page; empty when there is none
     */
    public record Page(List<StackEvent> events, String next) {}

    private static String prefix(StackId stack) {
        return stack.arn() + "|";
    }
}
