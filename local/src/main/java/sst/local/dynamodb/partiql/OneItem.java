package sst.local.dynamodb.partiql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Comparison;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/**
 * A condition that names one item: equalities on every key attribute, and what else must hold of it.
 *
 * @param key the item's key attributes, not checked yet
 * @param rest empty when nothing else must hold
 */
record OneItem(Item key, Optional<Condition> rest) {
    /** Takes a condition apart; empty when it does not name one item. */
    static Optional<OneItem> of(TableDefinition table, Optional<Condition> where) {
        Map<String, AttributeValue> key = new HashMap<>();
        List<Condition> rest = new ArrayList<>();
        for (Condition part : where.map(OneItem::parts).orElse(List.of())) {
            Optional<Map.Entry<String, AttributeValue>> equality =
                    equality(part).filter(entry -> table.keys().names().contains(entry.getKey()));
            if (equality.isPresent() && !key.containsKey(equality.get().getKey())) {
                key.put(equality.get().getKey(), equality.get().getValue());
            } else {
                rest.add(part);
            }
        }
        return key.size() == table.keys().names().size()
                ? Optional.of(new OneItem(
                        new Item(key).only(table.keys().names()), rest.stream().reduce(And::new)))
                : Optional.empty();
    }

    private static Optional<Map.Entry<String, AttributeValue>> equality(Condition part) {
        if (part instanceof Comparison comparison && comparison.operator() == Comparator.EQ) {
            return equality(comparison.left(), comparison.right())
                    .or(() -> equality(comparison.right(), comparison.left()));
        }
        return Optional.empty();
    }

    private static Optional<Map.Entry<String, AttributeValue>> equality(Operand path, Operand value) {
        return path instanceof Path name && !name.isNested() && value instanceof Literal literal
                ? Optional.of(Map.entry(name.head(), literal.value()))
                : Optional.empty();
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof And and
                ? Stream.concat(parts(and.left()).stream(), parts(and.right()).stream())
                        .toList()
                : List.of(condition);
    }
}
