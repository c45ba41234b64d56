package sst.constructs.host;

import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Severity;
import sst.model.diagnostic.SourceRef;

/** Diagnostics without a place yet: what fails deep inside a build learns its config line at the border. */
public final class Errors {
    private Errors() {}

    /** An error whose place is not known here. */
    public static Diagnostic of(Code code, String summary) {
        return new Diagnostic(Severity.ERROR, code, summary, "", SourceRef.UNKNOWN, "", "");
    }
}
