package sst.scripts.resource;

import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.scripts.stage.StageValues;

/** A construct of the stage as it is deployed: its values, by the names that the config and handlers know. */
public class Deployed {
    private final StageValues values;
    private final String type;
    private final String id;
    private final String main;

    /**
     * @param type SST's class name
     * @param main the value that names the construct in AWS, such as {@code tableName}
     * @throws sst.model.diagnostic.UserError when the stage has no such construct
     */
    Deployed(StageValues values, String type, String id, String main) {
        this.values = values;
        this.type = type;
        this.id = id;
        this.main = main;
        if (values.find(type, id, main).isEmpty()) {
            throw unknown();
        }
    }

    private RuntimeException unknown() {
        return Diagnostic.error(Code.UNKNOWN_CONSTRUCT, "no " + type + " '" + id + "' is deployed")
                .hint(Suggestion.hint(id, values.ids(type)))
                .subject(id)
                .asError();
    }

    /** The construct's id. */
    public final String id() {
        return id;
    }

    /** What AWS calls it. */
    public final String name() {
        return value(main);
    }

    /**
     * A value by its name.
     *
     * @throws sst.model.diagnostic.UserError when the construct has no such value
     */
    public final String value(String property) {
        return values.find(type, id, property).orElseThrow(() -> Diagnostic.error(
                        Code.UNKNOWN_PROPERTY, type + " '" + id + "' has no value '" + property + "'")
                .hint(Suggestion.hint(property, values.properties(type, id)))
                .subject(property)
                .asError());
    }

    /** Groovy asks here for {@code notes.tableName}. */
    public final String propertyMissing(String property) {
        return property.equals("name") ? name() : property.equals("id") ? id() : value(property);
    }

    @Override
    public String toString() {
        return name();
    }
}
