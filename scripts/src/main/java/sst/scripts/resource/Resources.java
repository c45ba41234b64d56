package sst.scripts.resource;

import java.util.Map;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.scripts.call.Clients;
import sst.scripts.stage.StageValues;

/** What is deployed in a stage, by the ids of its constructs: {@code resources.table("Notes").tableName()}. */
public final class Resources {
    private final StageValues values;
    private final Clients clients;

    public Resources(StageValues values, Clients clients) {
        this.values = values;
        this.clients = clients;
    }

    public DeployedTable table(String id) {
        return new DeployedTable(values, id, clients);
    }

    public DeployedBucket bucket(String id) {
        return new DeployedBucket(values, id, clients);
    }

    public DeployedQueue queue(String id) {
        return new DeployedQueue(values, id, clients);
    }

    public DeployedTopic topic(String id) {
        return new DeployedTopic(values, id, clients);
    }

    /** A function; one that another construct made is named as {@code sst resources} shows it: {@code Api/GET /notes}. */
    public DeployedFunction function(String id) {
        return new DeployedFunction(values, id, clients);
    }

    public Deployed api(String id) {
        return new Deployed(values, "Api", id, "url");
    }

    /** The value of a parameter. */
    public String parameter(String id) {
        return value("Parameter", id, "value");
    }

    /** The value of a secret, of this stage or else of all stages. */
    public String secret(String id) {
        return values.find("Secret", id, "value")
                .orElseThrow(() -> Diagnostic.error(Code.UNKNOWN_CONSTRUCT, "secret '" + id + "' has no value")
                        .hint("set it: sst secrets set " + id)
                        .subject(id)
                        .asError());
    }

    /**
     * One value of any construct, for classes that have no method here.
     *
     * @param type the construct's class as SST writes it, such as {@code RDS}
     */
    public String value(String type, String id, String property) {
        return values.find(type, id, property).orElseThrow(() -> Diagnostic.error(
                        Code.UNKNOWN_CONSTRUCT,
                        "no " + type + " '" + id + "' with a value '" + property + "' is deployed")
                .hint(Suggestion.hint(id, values.ids(type)))
                .subject(id)
                .asError());
    }

    /** Everything known of the stage by the names that functions know it by, such as {@code SST_Table_tableName_Notes}. */
    public Map<String, String> all() {
        return Map.copyOf(values.all());
    }
}
