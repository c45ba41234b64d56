package sst.local.cfn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sst.local.cfn.api.Operations;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.builtin.NestedStacks;
import sst.local.cfn.builtin.RecordedTypes;
import sst.local.cfn.change.Specification;
import sst.local.cfn.changeset.ChangeSets;
import sst.local.cfn.custom.CustomResources;
import sst.local.cfn.custom.ResponseInbox;
import sst.local.cfn.engine.Engine;
import sst.local.cfn.engine.Launch;
import sst.local.cfn.engine.tool.Providers;
import sst.local.cfn.engine.tool.Tables;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.request.Preparation;
import sst.local.cfn.request.TemplateTexts;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.stack.SealedRecords;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.ObjectReader;
import sst.local.port.ParameterReader;
import sst.local.port.SecretAccess;
import sst.local.wire.Endpoint;

/** AWS CloudFormation: stacks of the resources that the other services own. */
public final class CloudFormation implements LocalService {
    private static final int PAGE = 100;
    private final Providers types = new Providers();
    private final Engine engine;
    private final Endpoint.Named operations;
    private final ResponseInbox inbox = new ResponseInbox();

    /**
     * What CloudFormation needs of other services.
     *
     * @param objects holds templates
     * @param parameters holds values that templates ask for
     * @param secrets that templates refer to
     * @param functions make custom resources
     */
    public record Ports(
            ObjectReader objects, ParameterReader parameters, SecretAccess secrets, FunctionInvoker functions) {}

    /**
     * The service; operations that a kill left in the middle go on at once.
     *
     * @param host what every service stands on
     * @param ports what it needs of others
     * @param providers of all other services' resource types
     */
    public CloudFormation(Host host, Ports ports, List<ResourceProvider> providers) {
        SealedRecords records = new SealedRecords(host.store());
        Tools tools = new Tools(
                host,
                Tables.of(host.store(), records),
                types,
                Specification.load(),
                ports.parameters(),
                ports.secrets(),
                UUID::randomUUID);
        TemplateTexts texts = new TemplateTexts(ports.objects());
        Preparation preparation = new Preparation(tools, texts);
        this.engine = new Engine(tools);
        types.add(providers);
        types.add(RecordedTypes.all());
        types.add(List.of(new CustomResources(ports.functions(), inbox), new NestedStacks(engine, preparation)));
        this.operations = Operations.endpoint(
                new Desk(tools, new Launch(engine), preparation, texts, new ChangeSets(host.store(), records), PAGE));
        engine.resume();
    }

    /** The resource types that can be made; or of these alone those that are recorded and have no effect. */
    public Set<String> types(boolean isRecordOnly) {
        return types.types(isRecordOnly);
    }

    /** The only values that some properties of some types can have. */
    public Map<String, Map<String, Set<String>>> only() {
        return types.only();
    }

    @Override
    public String name() {
        return "cloudformation";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(operations, inbox.endpoint());
    }

    @Override
    public void close() {
        inbox.close();
        engine.close();
    }
}
