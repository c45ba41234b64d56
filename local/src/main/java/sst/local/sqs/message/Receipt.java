package sst.local.sqs.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One receive of one message, as its handle names it.
 *
 * @param queue the queue's own id
 * @param sequence the message
 * @param receive the how-manieth receive of the message it was, from 1
 */
public record Receipt(String queue, long sequence, int receive) {
    /** The handle that a receiver gets. */
    public String handle() {
        String plain = queue + ":" + sequence + ":" + receive;
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a handle; one that is not ours is refused. */
    public static Receipt parse(String handle) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8).split(":", -1);
            if (parts.length == 3) {
                return new Receipt(parts[0], Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
            }
            throw SqsFault.badReceipt(handle);
        } catch (IllegalArgumentException notOurs) {
            throw SqsFault.badReceipt(handle);
        }
    }
}
