package sst.local.dynamodb.document;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/** What an expression's operators work on: a path, a literal, or a function of these. */
public interface Operand {
    /** The value it has in that item; null where the item has none. */
    @Nullable
    AttributeValue resolve(Item item);

    /** The top-level attributes that it looks at. */
    Set<String> attributes();

    /** The type it has in every item; null when that depends on the item. */
    default @Nullable ValueType staticType() {
        return null;
    }
}
