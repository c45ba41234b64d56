package sst.runner.aws.xml;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import sst.runner.aws.ZonePort;
import sst.runner.aws.account.Target;

/**
 * Hosted zones over Route 53's API
 * (<a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByName.html">its page</a>).
 */
public final class XmlZones implements ZonePort {
    private static final String VERSION = "/2013-04-01";

    /** Route 53 is one service for a partition, at one place of it. */
    private static final Map<String, Place> PLACES = Map.of(
            "cn-", new Place("https://route53.amazonaws.com.cn", "cn-northwest-1"),
            "us-gov-", new Place("https://route53.us-gov.amazonaws.com", "us-gov-west-1"));

    private final XmlCalls calls;
    private final Function<Supplier<XmlAnswer>, XmlAnswer> sorted;
    private final Place place;

    /** Zones of the target's partition.
     *
     * @param sorted makes a call and sorts what the SDK throws
     */
    public XmlZones(XmlCalls calls, Target target, Function<Supplier<XmlAnswer>, XmlAnswer> sorted) {
        this.calls = calls;
        this.sorted = sorted;
        Place usual = PLACES.entrySet().stream()
                .filter(each -> target.region().startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Place("https://route53.amazonaws.com", "us-east-1"));
        this.place = new Place(Objects.requireNonNullElse(target.endpoint(), usual.address()), usual.region());
    }

    private record Place(String address, String region) {}

    /** Zones come in the order of their names, beginning with the one asked for, so the first page has all of them. */
    @Override
    public List<Zone> named(String name) {
        String whole = name.endsWith(".") ? name : name + ".";
        String query = "/hostedzonesbyname?dnsname=" + URLEncoder.encode(whole, StandardCharsets.UTF_8);
        return ask(query).all("HostedZone").stream()
                .map(zone ->
                        new Zone(zone.text("Id"), zone.text("Name"), Boolean.parseBoolean(zone.text("PrivateZone"))))
                .filter(zone -> zone.name().equals(whole))
                .toList();
    }

    @Override
    public List<String> vpcs(String zoneId) {
        String id = zoneId.substring(zoneId.lastIndexOf('/') + 1);
        return ask("/hostedzone/" + id).all("VPCId").stream()
                .map(each -> each.element().getTextContent().strip())
                .toList();
    }

    private XmlAnswer ask(String query) {
        return sorted.apply(() -> calls.get(
                new XmlCalls.Service("route53", place.region()), URI.create(place.address() + VERSION + query)));
    }
}
