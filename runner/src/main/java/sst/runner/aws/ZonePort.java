package sst.runner.aws;

import java.util.List;

/** Hosted zones of Route 53. */
public interface ZonePort {
    /** The zones of that name, public and private ones. */
    List<Zone> named(String name);

    /** The VPCs in which a private zone answers. */
    List<String> vpcs(String zoneId);

    /**
     * A zone.
     *
     * @param id such as {@code /hostedzone/Z0123456789}
     * @param name with the dot at its end
     */
    record Zone(String id, String name, boolean isPrivate) {}
}
