package sst.runner.lint;

import java.util.stream.Stream;
import sst.model.app.AppModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/** One thing that a good app does, and which apps do not do it. */
interface Advice {
    /** What to tell about the app. */
    Stream<Diagnostic> of(AppModel app);

    /** A piece of advice at a line. */
    static Diagnostic at(SourceRef place, Code code, String summary) {
        return Diagnostic.warning(code, summary).at(place);
    }
}
