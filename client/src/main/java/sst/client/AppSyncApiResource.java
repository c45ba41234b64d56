package sst.client;

/** A GraphQL API that is bound to this function. */
public record AppSyncApiResource(String url) {}
