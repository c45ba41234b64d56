package sst.model.diagnostic;

/** How much a diagnostic matters: an error stops the run, a warning does not, advice only {@code sst lint} shows. */
public enum Severity {
    ERROR,
    WARNING,
    ADVICE
}
