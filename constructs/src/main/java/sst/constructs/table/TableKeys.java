package sst.constructs.table;

import java.util.Map;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.model.table.FieldType;

/** The fields of a table that keys may name. */
record TableKeys(Map<String, FieldType> fields) {
    Attribute attribute(String field) {
        FieldType type = fields.get(field);
        if (type == null) {
            throw Errors.of(Code.INVALID_VALUE, "key '" + field + "' is not among the table's fields")
                    .hint(Suggestion.hint(field, fields.keySet()))
                    .subject(field)
                    .asError();
        }
        return Attribute.builder()
                .name(field)
                .type(AttributeType.valueOf(type.name()))
                .build();
    }
}
