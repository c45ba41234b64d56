package sst.local.dynamodb.condition;

import java.util.Set;
import sst.local.dynamodb.value.Item;

/** A condition or filter in its parsed form; it decides over one item. */
public sealed interface Condition
        permits And, Or, Not, Comparison, Between, OneOf, Exists, HasType, BeginsWith, Contains {
    /** Whether it holds; an item that is not there is an empty one. */
    boolean matches(Item item);

    /** The top-level attributes that it looks at. */
    Set<String> attributes();
}
