package sst.local.httpapi.access;

/** A token that does not open a route; the message says why, as callers see it. */
final class BadTokenException extends Exception {
    static final String SCOPE = "insufficient_scope";
    private static final String TOKEN = "invalid_token";

    private final String error;

    private BadTokenException(String error, String message) {
        super(message);
        this.error = error;
    }

    static BadTokenException token(String message) {
        return new BadTokenException(TOKEN, message);
    }

    static BadTokenException scope() {
        return new BadTokenException(SCOPE, "the token does not have the required scope");
    }

    String error() {
        return error;
    }
}
