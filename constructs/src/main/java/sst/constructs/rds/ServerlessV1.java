package sst.constructs.rds;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.rds.AuroraCapacityUnit;
import software.amazon.awscdk.services.rds.AuroraClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraEngineVersion;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.IClusterEngine;
import software.amazon.awscdk.services.rds.ServerlessCluster;
import software.amazon.awscdk.services.rds.ServerlessScalingOptions;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.rds.AutoPause;
import sst.model.rds.Capacity;
import sst.model.rds.RdsEngine;
import sst.model.rds.RdsProps;
import sst.model.rds.RdsScaling;

/** Aurora Serverless v1, SST v2's. */
record ServerlessV1(Spot spot, RdsProps props) {
    ServerlessCluster make(Map<String, Object> own) {
        ServerlessCluster.Builder builder = ServerlessCluster.Builder.create(spot.scope(), "Cluster")
                .engine(engine(requireNonNull(props.engine())))
                .scaling(scaling(props.scaling()));
        return Resource.with(spot, builder, Clusters.placed(spot, props, own)).build();
    }

    private static IClusterEngine engine(RdsEngine engine) {
        if (!RdsEngine.ofSst().contains(engine.toString())) {
            throw Errors.of(Code.INVALID_VALUE, "serverless v1 has no engine '" + engine + "'")
                    .hint("write serverless 'v2', or one of " + String.join(", ", RdsEngine.ofSst()))
                    .subject(engine.toString())
                    .asError();
        }
        return engine.toString().equals("mysql5.6") ? aurora() : Engines.of(engine);
    }

    @SuppressWarnings("deprecation") // AWS has ended it; the templates of apps that have such a cluster must stay.
    private static IClusterEngine aurora() {
        return DatabaseClusterEngine.aurora(AuroraClusterEngineProps.builder()
                .version(AuroraEngineVersion.VER_10_A)
                .build());
    }

    private static ServerlessScalingOptions scaling(@Nullable RdsScaling scaling) {
        AutoPause pause = scaling == null ? null : scaling.autoPause();
        return ServerlessScalingOptions.builder()
                .autoPause(Duration.seconds(
                        requireNonNullElse(pause, AutoPause.USUAL).after().toSeconds()))
                .minCapacity(unit(scaling == null ? null : scaling.minCapacity(), 2))
                .maxCapacity(unit(scaling == null ? null : scaling.maxCapacity(), 16))
                .build();
    }

    private static AuroraCapacityUnit unit(@Nullable Capacity capacity, int usual) {
        double units = capacity == null ? usual : capacity.units();
        return Arrays.stream(AuroraCapacityUnit.values())
                .filter(each -> amount(each) == units)
                .findFirst()
                .orElseThrow(() -> Errors.of(Code.INVALID_VALUE, "serverless v1 has no capacity of " + units + " units")
                        .hint("write one of "
                                + Arrays.stream(AuroraCapacityUnit.values())
                                        .map(each -> String.valueOf(amount(each)))
                                        .collect(Collectors.joining(", ")))
                        .asError());
    }

    private static int amount(AuroraCapacityUnit unit) {
        return Integer.parseInt(unit.name().substring("ACU_".length()));
    }
}
