package sst.local.lambda.control;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import sst.local.lambda.code.CodeStore;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.port.ObjectReader;
import sst.local.wire.RestRoute;

/**
 * All operations on functions' records.
 *
 * @param functions functions themselves
 * @param versions their versions
 * @param aliases names for versions
 * @param policies who may invoke them
 * @param settings tags, concurrency, account
 * @param qualified asynchronous calls and URLs
 * @param layers what functions have beside their code
 * @param provisioned workers that shall be there
 */
public record ControlPlane(
        FunctionOperations functions,
        VersionOperations versions,
        AliasOperations aliases,
        PolicyOperations policies,
        SettingOperations settings,
        QualifiedOperations qualified,
        LayerOperations layers,
        ProvisionedOperations provisioned) {

    /** The operations over one set of records. */
    public static ControlPlane of(FunctionRecords records, CodeStore code, ObjectReader objects, Clock clock) {
        Configuration configuration = new Configuration(records.layers(), clock);
        FunctionCode codes = new FunctionCode(code, objects);
        return new ControlPlane(
                new FunctionOperations(records, codes, configuration),
                new VersionOperations(records, configuration),
                new AliasOperations(records),
                new PolicyOperations(records),
                new SettingOperations(records),
                new QualifiedOperations(records, clock),
                new LayerOperations(records.layers(), records, codes, clock),
                new ProvisionedOperations(records, clock));
    }

    /** All routes; a call of any other path is refused by name. */
    public List<RestRoute> routes() {
        return Stream.of(
                        functions.routes(),
                        versions.routes(),
                        aliases.routes(),
                        policies.routes(),
                        settings.routes(),
                        qualified.routes(),
                        layers.routes(),
                        provisioned.routes())
                .flatMap(List::stream)
                .toList();
    }
}
