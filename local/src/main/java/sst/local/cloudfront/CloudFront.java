package sst.local.cloudfront;

import java.util.ArrayList;
import java.util.List;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cloudfront.site.EdgeFunctions;
import sst.local.cloudfront.site.Sites;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.wire.Endpoint;

/** Amazon CloudFront of the local cloud: each distribution is a web server on a port of its own, without edges. */
public final class CloudFront implements LocalService {
    private final Host host;
    private final EdgeFunctions functions;
    private final Distributions distributions;

    /** The service; distributions that are there answer again at once. */
    public CloudFront(Host host) {
        this.host = host;
        this.functions = new EdgeFunctions(arn -> {
            var record = host.store().json(FunctionProvider.MAP).get(arn);
            return record == null ? "" : record.path("Code").asText();
        });
        this.distributions = new Distributions(host.store(), new Sites(host.endpoint(), functions));
        distributions.open();
    }

    @Override
    public List<String> recorded() {
        return List.of("names and certificates", "origin access", "cache policies", "HTTPS");
    }

    @Override
    public String name() {
        return "cloudfront";
    }

    @Override
    public List<Endpoint> endpoints() {
        DistributionCalls calls = new DistributionCalls(distributions, host.store(), host.clock());
        return List.of(new Endpoint.Raw("cloudfront", "", calls::answer));
    }

    @Override
    public List<ResourceProvider> providers() {
        List<ResourceProvider> providers = new ArrayList<>(AccessRecords.all());
        providers.add(new DistributionProvider(distributions));
        providers.add(new FunctionProvider(host.store()));
        return List.copyOf(providers);
    }

    @Override
    public List<String> parts() {
        return distributions.list().stream()
                .map(each -> each.id() + "  " + each.address())
                .toList();
    }

    @Override
    public void close() {
        distributions.close();
        functions.close();
    }
}
