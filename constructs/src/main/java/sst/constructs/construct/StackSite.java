package sst.constructs.construct;

import java.util.List;
import software.amazon.awscdk.Stack;
import sst.constructs.build.BuiltCode;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;

/**
 * The place where constructs of one stack are made.
 *
 * @param app the whole app
 * @param model the stack
 * @param stack the CDK's stack
 * @param values resolves references, making what they name if it is not made yet
 * @param code the built code of functions
 * @param files the app's files
 * @param places remembers which of the CDK's paths come from which line
 */
public record StackSite(
        AppModel app, StackModel model, Stack stack, Values values, Code code, ProjectFiles files, Places places) {
    /** Built code by construct and key. */
    @FunctionalInterface
    public interface Code {
        /** The code of a function; built before the CDK runs. */
        BuiltCode of(ConstructModel construct, String key);
    }

    /** {@code dev-notes-Notes}. */
    public String prefixed(String name) {
        return app.logicalPrefixedName(name);
    }

    /** Where SST keeps an app's parameters: {@code /sst/notes/dev/}. */
    public String parameterPrefix() {
        return "/sst/" + app.name() + "/" + app.stage() + "/";
    }

    /** Remembers that everything below a path of this stack comes from the construct's line. */
    public void mark(List<String> path, Places.Origin origin) {
        places.mark(prefixed(stackId()), path, origin);
    }

    private String stackId() {
        String id = model.options().id();
        return id == null ? model.name() : id;
    }
}
