package sst.local.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.iam.Records.Kind;
import sst.local.wire.AwsException;

/** A record that a stack makes: one made before by the same creation is taken up again after a kill. */
record OwnedRecord(Records records, Kind kind) {
    private static final String OWNER = "Owner";
    private static final int LONGEST_NAME = 64;

    /** The name in the template, or the generated one cut to what IAM takes, its random end kept. */
    static String name(ResourceRequest request, String member) {
        String generated = request.generatedName();
        int over = generated.length() - LONGEST_NAME;
        int end = Math.max(generated.lastIndexOf('-'), 0);
        String fitting =
                over <= 0 ? generated : generated.substring(0, Math.max(1, end - over)) + generated.substring(end);
        return request.properties().path(member).asText(fitting);
    }

    ObjectNode taken(ResourceRequest request, String name, Supplier<ObjectNode> create) {
        ObjectNode record = records.find(kind, name).orElse(null);
        if (record == null) {
            record = made(create);
        } else if (!record.path(OWNER).asText().equals(request.generatedName())) {
            throw new ResourceFailure(name + " already exists");
        }
        record.put(OWNER, request.generatedName());
        records.save(kind, record);
        return record;
    }

    private static ObjectNode made(Supplier<ObjectNode> create) {
        try {
            return create.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }
}
