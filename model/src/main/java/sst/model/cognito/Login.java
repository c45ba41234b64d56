package sst.model.cognito;

/** What users may sign in with. */
public enum Login {
    EMAIL("email"),
    PHONE("phone"),
    USERNAME("username"),
    PREFERRED_USERNAME("preferredUsername");

    private final String text;

    Login(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
