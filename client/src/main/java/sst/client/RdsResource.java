package sst.client;

/** An Aurora database that is bound to this function, reached by the RDS Data API. */
public record RdsResource(String clusterArn, String secretArn, String defaultDatabaseName) {}
