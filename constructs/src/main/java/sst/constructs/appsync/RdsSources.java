package sst.constructs.appsync;

import software.amazon.awscdk.services.appsync.BaseDataSource;
import software.amazon.awscdk.services.appsync.DataSourceOptions;
import software.amazon.awscdk.services.appsync.IGraphqlApi;
import software.amazon.awscdk.services.appsync.RdsDataSource;
import software.amazon.awscdk.services.appsync.RdsDataSourceProps;
import software.amazon.awscdk.services.rds.IDatabaseCluster;
import software.amazon.awscdk.services.rds.IServerlessCluster;
import software.constructs.Construct;
import sst.constructs.event.Spot;
import sst.constructs.rds.RdsConstruct;
import sst.model.appsync.DataSource;

/** Databases behind a GraphQL API, of both generations of Aurora Serverless. */
record RdsSources(Spot place, IGraphqlApi api) {
    BaseDataSource make(Construct parent, String key, DataSource source) {
        if (source.rds() == null) {
            RdsDataSourceProps.Builder props = RdsDataSourceProps.builder().api(api);
            return new RdsDataSource(
                    parent, key, DataSources.with(place, source, props).build());
        }
        RdsConstruct rds =
                (RdsConstruct) place.site().values().construct(source.rds().id());
        String database = source.databaseName() == null
                ? rds.databaseName()
                : place.site().values().text(source.databaseName());
        if (rds.database().cluster() instanceof IDatabaseCluster v2) {
            // The CDK's Java has no props for these; the API makes them itself.
            DataSourceOptions.Builder options = DataSourceOptions.builder();
            return api.addRdsDataSourceV2(
                    key,
                    v2,
                    rds.database().secret(),
                    database,
                    DataSources.with(place, source, options).build());
        }
        RdsDataSourceProps.Builder props = RdsDataSourceProps.builder()
                .api(api)
                .serverlessCluster((IServerlessCluster) rds.database().cluster())
                .secretStore(rds.database().secret())
                .databaseName(database);
        return new RdsDataSource(
                parent, key, DataSources.with(place, source, props).build());
    }
}
