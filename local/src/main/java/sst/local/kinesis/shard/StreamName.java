package sst.local.kinesis.shard;

import sst.local.wire.CallContext;

/** Which stream: its region and name. */
public record StreamName(String region, String name) {
    private static final int ARN_PARTS = 6;
    private static final String KIND = "stream/";

    /** The stream that an ARN names, be it one of its consumers'. */
    public static StreamName ofArn(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length != ARN_PARTS || !parts[2].equals("kinesis") || !parts[5].startsWith(KIND)) {
            throw KinesisFault.invalid("Invalid StreamARN: " + arn);
        }
        String name = parts[5].substring(KIND.length());
        int end = name.indexOf('/');
        return new StreamName(parts[3], end < 0 ? name : name.substring(0, end));
    }

    /** The stream's ARN. */
    public String arn() {
        return "arn:aws:kinesis:" + region + ":" + CallContext.ACCOUNT + ":" + KIND + name;
    }

    String key() {
        return region + "/" + name;
    }
}
