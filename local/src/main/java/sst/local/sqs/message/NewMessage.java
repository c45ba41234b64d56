package sst.local.sqs.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message to send.
 *
 * @param content what a receiver gets: {@code Body}, {@code MessageAttributes}, {@code System} attributes by name
 * @param group the message group; empty for none
 * @param deduplicationId empty for a standard queue
 * @param delaySeconds negative for the queue's own
 */
public record NewMessage(ObjectNode content, String group, String deduplicationId, int delaySeconds) {}
