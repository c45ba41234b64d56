package sst.local.cfn.engine.tool;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import sst.local.cfn.change.Specification;
import sst.local.cfn.reference.SecureValues;
import sst.local.port.Host;
import sst.local.port.ParameterReader;
import sst.local.port.SecretAccess;

/**
 * What the engine works with.
 *
 * @param host store, clock and address
 * @param tables what is kept
 * @param providers of resource types
 * @param specification AWS's rules of resource types
 * @param parameters the SSM parameter store
 * @param secrets of Secrets Manager
 * @param ids fresh identities
 */
public record Tools(
        Host host,
        Tables tables,
        Providers providers,
        Specification specification,
        ParameterReader parameters,
        SecretAccess secrets,
        Supplier<UUID> ids) {
    private static final int SUFFIX = 12;
    private static final int PART = 24;
    private static final int LONGEST = 63;

    /** What references to secrets stand for in a region. */
    public SecureValues secureValues(String region) {
        return new SecureValues(name -> parameters.value(region, name), wanted -> secrets.text(
                        new SecretAccess.Wanted(region, wanted.secretId(), wanted.stage(), wanted.version()))
                .flatMap(wanted::part));
    }

    /** Milliseconds since the epoch. */
    public long now() {
        return host.clock().millis();
    }

    /** A new name as CloudFormation makes them; both parts are cut where the whole would be too long for most types. */
    public String name(String stackName, String logicalId) {
        UUID id = ids.get();
        String digits = Long.toUnsignedString(id.getMostSignificantBits(), Character.MAX_RADIX)
                + Long.toUnsignedString(id.getLeastSignificantBits(), Character.MAX_RADIX)
                + "000000000000";
        String suffix = digits.substring(0, SUFFIX).toUpperCase(Locale.ROOT);
        String whole = stackName + "-" + logicalId + "-" + suffix;
        return whole.length() <= LONGEST ? whole : cut(stackName) + "-" + cut(logicalId) + "-" + suffix;
    }

    private static String cut(String part) {
        return part.length() <= PART ? part : part.substring(0, PART);
    }
}
