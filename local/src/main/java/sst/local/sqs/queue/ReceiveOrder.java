package sst.local.sqs.queue;

import java.util.List;
import sst.local.sqs.message.QueueId;

/** Which messages of a queue come next. */
sealed interface ReceiveOrder permits StandardOrder, FifoOrder {
    static ReceiveOrder of(QueueId queue) {
        return queue.isFifo() ? new FifoOrder() : new StandardOrder();
    }

    /** Takes note of a message that is new or whose hold has changed. */
    void changed(Slot slot);

    /** Forgets a message. */
    void removed(Slot slot);

    /** The next messages, at most so many; they stay until their hold changes. */
    List<Slot> next(int most);

    void clear();
}
