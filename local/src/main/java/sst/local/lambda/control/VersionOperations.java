package sst.local.lambda.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Publishes versions: copies of {@code $LATEST} that never change. */
public final class VersionOperations {
    private final FunctionRecords records;
    private final Configuration configuration;

    VersionOperations(FunctionRecords records, Configuration configuration) {
        this.records = records;
        this.configuration = configuration;
    }

    List<RestRoute> routes() {
        String path = FunctionOperations.FUNCTION + "/versions";
        return List.of(
                new RestRoute("POST", path, "PublishVersion", 201, this::publish),
                new RestRoute("GET", path, "ListVersionsByFunction", 200, this::list));
    }

    /** Publishes {@code $LATEST}; the same code and configuration give the version there is. */
    public ObjectNode publish(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context).at("");
        ObjectNode config = records.get(ref);
        String sha = Members.text(input, "CodeSha256");
        if (!sha.isEmpty() && !sha.equals(Members.text(config, "CodeSha256"))) {
            throw Faults.invalid("CodeSHA256 (" + sha + ") is different from current CodeSHA256 in $LATEST ("
                    + Members.text(config, "CodeSha256") + "). Please try again with the CodeSHA256 in $LATEST.");
        }
        String description = Members.text(input, "Description");
        ObjectNode copy = config.deepCopy();
        if (!description.isEmpty()) {
            copy.put("Description", description);
        }
        return publish(ref, copy);
    }

    ObjectNode publish(FunctionRef ref, ObjectNode config) {
        List<ObjectNode> versions = records.versions(ref);
        for (ObjectNode version : versions) {
            boolean isPublished = !Members.text(version, "Version").equals(FunctionRef.LATEST);
            if (isPublished && content(version).equals(content(config))) {
                return version;
            }
        }
        records.changeSettings(
                ref,
                settings ->
                        settings.put("LastVersion", settings.path("LastVersion").asInt(0) + 1));
        int number = records.settings(ref).path("LastVersion").asInt();
        ObjectNode version = config.deepCopy();
        configuration.touch(version);
        version.put("Version", Integer.toString(number));
        version.put("FunctionArn", ref.at(Integer.toString(number)).arn());
        records.put(ref, version);
        return version;
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context).at("");
        records.get(ref);
        ArrayNode list = Members.array();
        list.addAll(records.versions(ref));
        return Members.object().set("Versions", list);
    }

    private static ObjectNode content(ObjectNode config) {
        return config.deepCopy().remove(List.of("Version", "FunctionArn", "LastModified", "RevisionId"));
    }
}
