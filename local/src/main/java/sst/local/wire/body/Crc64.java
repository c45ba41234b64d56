package sst.local.wire.body;

import java.nio.ByteBuffer;
import java.util.Base64;

/** CRC-64/NVME: reflected, polynomial 0xAD93D23594C93659, all ones in and out (NVM Express base specification). */
final class Crc64 implements Checksum.Running {
    private static final long REFLECTED_POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final long[] TABLE = table();

    private long state = -1L;

    private static long[] table() {
        long[] table = new long[256];
        for (int index = 0; index < table.length; index++) {
            long value = index;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED_POLYNOMIAL;
            }
            table[index] = value;
        }
        return table;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        long value = state;
        for (int at = offset; at < offset + length; at++) {
            value = TABLE[(int) ((value ^ bytes[at]) & 0xFF)] ^ (value >>> Byte.SIZE);
        }
        state = value;
    }

    @Override
    public String base64() {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(~state).array());
    }
}
