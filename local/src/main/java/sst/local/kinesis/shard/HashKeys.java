package sst.local.kinesis.shard;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A range of hash keys, both ends included; those of a stream's open shards together are all 2^128. */
public record HashKeys(BigInteger lowest, BigInteger highest) {
    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(128);

    /** One of so many ranges that divide all keys evenly, the last taking the rest, as AWS divides them. */
    static HashKeys part(int number, int of) {
        BigInteger width = ALL.divide(BigInteger.valueOf(of));
        BigInteger next = number == of - 1 ? ALL : width.multiply(BigInteger.valueOf(number + 1L));
        return new HashKeys(width.multiply(BigInteger.valueOf(number)), next.subtract(BigInteger.ONE));
    }

    boolean has(BigInteger key) {
        return key.compareTo(lowest) >= 0 && key.compareTo(highest) <= 0;
    }

    /** What lies below a key of this range. */
    HashKeys below(BigInteger key) {
        return new HashKeys(lowest, key.subtract(BigInteger.ONE));
    }

    /** A key of this range and what lies above it. */
    HashKeys from(BigInteger key) {
        return new HashKeys(key, highest);
    }

    /** Whether the other range begins where this one ends. */
    public boolean isFollowedBy(HashKeys other) {
        return highest.add(BigInteger.ONE).equals(other.lowest);
    }

    /** The hash key of a record: what it says itself, else that of its partition key. */
    static BigInteger of(String partitionKey, String explicitHashKey) {
        if (explicitHashKey.isEmpty()) {
            return hash(partitionKey);
        }
        BigInteger given = new BigInteger(explicitHashKey);
        if (given.compareTo(ALL) >= 0) {
            throw KinesisFault.invalid("Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]."
                    + " Specified value was " + explicitHashKey);
        }
        return given;
    }

    private static BigInteger hash(String partitionKey) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
