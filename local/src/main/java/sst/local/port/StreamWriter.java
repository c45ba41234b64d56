package sst.local.port;

/** Puts records into Kinesis streams; subscriptions of log groups use it. */
public interface StreamWriter {
    /**
     * Puts one record.
     *
     * @throws sst.local.wire.AwsException {@code ResourceNotFoundException} when there is no such stream
     */
    void put(String streamArn, String partitionKey, byte[] data);
}
