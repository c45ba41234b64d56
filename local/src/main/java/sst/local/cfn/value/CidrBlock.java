package sst.local.cfn.value;

import java.util.ArrayList;
import java.util.List;
import sst.local.cfn.template.TemplateError;

/** A block of IPv4 addresses, such as {@code 10.0.0.0/16}. */
record CidrBlock(long address, int prefix) {
    private static final int BITS = 32;

    static CidrBlock parse(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}")) {
            throw new TemplateError("Template error: Fn::Cidr supports IPv4 blocks locally, not " + text);
        }
        String[] parts = text.split("[./]");
        long address = 0;
        for (int i = 0; i < 4; i++) {
            address = address * 256 + octet(parts[i], text);
        }
        int prefix = Integer.parseInt(parts[4]);
        if (prefix > BITS) {
            throw new TemplateError("Template error: " + text + " is no IP address block");
        }
        return new CidrBlock(address & mask(prefix), prefix);
    }

    List<CidrBlock> split(int count, int hostBits) {
        int smaller = BITS - hostBits;
        long available = smaller < prefix || hostBits < 0 ? 0 : 1L << (smaller - prefix);
        if (count < 1 || count > 256 || count > available) {
            throw new TemplateError("Template error: Fn::Cidr cannot make " + count + " blocks with " + hostBits
                    + " host bits out of " + this);
        }
        List<CidrBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(new CidrBlock(address + ((long) i << hostBits), smaller));
        }
        return blocks;
    }

    @Override
    public String toString() {
        return octet(24) + "." + octet(16) + "." + octet(8) + "." + octet(0) + "/" + prefix;
    }

    private long octet(int shift) {
        return (address >> shift) & 255;
    }

    private static int octet(String digits, String whole) {
        int octet = Integer.parseInt(digits);
        if (octet > 255) {
            throw new TemplateError("Template error: " + whole + " is no IP address block");
        }
        return octet;
    }

    private static long mask(int prefix) {
        return prefix == 0 ? 0 : (0xFFFFFFFFL << (BITS - prefix)) & 0xFFFFFFFFL;
    }
}
