package sst.client;

/** An HTTP API that is bound to this function. */
public record ApiResource(String url) {}
