package sst.model.rds;

/** The generations of Aurora Serverless. */
public enum Serverless {
    V1("v1"),
    V2("v2");

    private final String text;

    Serverless(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
