package sst.client;

/** An Amazon DynamoDB table that is bound to this function. */
public record TableResource(String tableName) {}
