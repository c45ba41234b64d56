package sst.local.sqs.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A received message.
 *
 * @param receiptHandle what deletes it
 * @param content as it was sent; {@code System} holds all system attributes of this receive
 */
public record Delivery(String receiptHandle, ObjectNode content) {}
