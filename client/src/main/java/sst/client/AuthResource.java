package sst.client;

/** A sign-in that is bound to this function, which verifies who users are by its public key. */
public record AuthResource(String publicKey) {}
