package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A set of strings, numbers or binaries; never empty when stored.
 *
 * @param type one of the three set types
 * @param members all of the type's one kind
 */
public record SetValue(ValueType type, Set<AttributeValue> members) implements AttributeValue {
    public SetValue {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** This set and the other's members. */
    public SetValue plus(SetValue other) {
        Set<AttributeValue> all = new LinkedHashSet<>(members);
        all.addAll(other.members);
        return new SetValue(type, all);
    }

    /** This set without the other's members; may be empty. */
    public SetValue minus(Collection<AttributeValue> others) {
        Set<AttributeValue> rest = new LinkedHashSet<>(members);
        rest.removeAll(Set.copyOf(others));
        return new SetValue(type, rest);
    }

    @Override
    public long size() {
        return members.stream().mapToLong(AttributeValue::size).sum();
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (AttributeValue member : members) {
            member.writeContent(json);
        }
        json.writeEndArray();
    }
}
