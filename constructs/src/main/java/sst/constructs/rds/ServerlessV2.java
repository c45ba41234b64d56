package sst.constructs.rds;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.rds.AutoPause;
import sst.model.rds.Capacity;
import sst.model.rds.RdsProps;
import sst.model.rds.RdsScaling;

/** Aurora Serverless v2: one writer; it pauses only when that is asked for. */
record ServerlessV2(Spot spot, RdsProps props) {
    private static final double LEAST = 2;
    private static final double MOST = 16;

    DatabaseCluster make(Map<String, Object> own) {
        RdsScaling scaling = props.scaling();
        AutoPause pause = scaling == null ? null : scaling.autoPause();
        boolean isPaused = pause != null && !pause.after().isZero();
        DatabaseCluster.Builder builder = DatabaseCluster.Builder.create(spot.scope(), "Cluster")
                .engine(Engines.of(requireNonNull(props.engine())))
                .writer(ClusterInstance.serverlessV2("writer"))
                .serverlessV2MinCapacity(units(scaling == null ? null : scaling.minCapacity(), isPaused ? 0 : LEAST))
                .serverlessV2MaxCapacity(units(scaling == null ? null : scaling.maxCapacity(), MOST));
        if (pause != null && isPaused) {
            builder.serverlessV2AutoPauseDuration(Duration.seconds(pause.after().toSeconds()));
        }
        return Resource.with(spot, builder, Clusters.placed(spot, props, own)).build();
    }

    private static double units(@Nullable Capacity capacity, double usual) {
        return capacity == null ? usual : capacity.units();
    }
}
