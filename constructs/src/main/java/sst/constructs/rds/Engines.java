package sst.constructs.rds;

import java.util.Map;
import software.amazon.awscdk.services.rds.AuroraMysqlClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraMysqlEngineVersion;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.IClusterEngine;
import sst.model.rds.RdsEngine;

/** Aurora's names of database versions. */
final class Engines {
    /** The releases of Aurora that SST v2 took for versions of MySQL. */
    private static final Map<String, String> RELEASES =
            Map.of("5.7", "5.7.mysql_aurora.2.07.1", "8.0", "8.0.mysql_aurora.3.04.0");

    private Engines() {}

    static IClusterEngine of(RdsEngine engine) {
        String version = engine.version();
        if (engine.isPostgres()) {
            String major = version.substring(0, version.indexOf('.'));
            return DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                    .version(AuroraPostgresEngineVersion.of(version, major))
                    .build());
        }
        String release = RELEASES.getOrDefault(version, version);
        return DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder()
                .version(AuroraMysqlEngineVersion.of(release, version))
                .build());
    }
}
