package sst.local.dynamodb.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.BeginsWith;
import sst.local.dynamodb.condition.Between;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Comparison;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.OneOf;
import sst.local.dynamodb.condition.Or;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.legacy.LegacyOperator;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.KeyRange;

/**
 * Where a free condition can hold: the key ranges it names, so that a statement need not look at every item. See
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.select.html
 */
final class KeyPlan {
    private static final int MAX_HASHES = 50;

    private final Source source;

    KeyPlan(Source source) {
        this.source = source;
    }

    /** The ranges; empty when every item must be looked at. */
    Optional<List<KeyRange>> ranges(Condition condition) {
        Optional<List<KeyRange>> named = named(condition);
        named.ifPresent(KeyPlan::requireApart);
        return named.map(ranges -> ranges.stream().distinct().toList());
    }

    private Optional<List<KeyRange>> named(Condition condition) {
        if (condition instanceof Or or) {
            Optional<List<KeyRange>> left = named(or.left());
            Optional<List<KeyRange>> right = named(or.right());
            return left.flatMap(one ->
                    right.map(two -> Stream.concat(one.stream(), two.stream()).toList()));
        }
        List<Condition> parts = parts(condition);
        Map<String, LegacyOperator> keys = keys(parts);
        LegacyOperator hash = keys.get(source.keys().hash());
        if (hash != null && hash.name().equals("EQ")) {
            return Optional.of(List.of(KeyQuery.of(source, keys).rows()));
        }
        Optional<List<KeyRange>> listed = parts.stream()
                .filter(OneOf.class::isInstance)
                .map(OneOf.class::cast)
                .filter(part -> isPath(part.operand(), source.keys().hash()))
                .filter(part -> part.choices().stream().allMatch(Literal.class::isInstance))
                .findFirst()
                .map(part -> listed(part, keys));
        return listed.or(() -> parts.size() == 1
                ? Optional.empty()
                : parts.stream().flatMap(part -> named(part).stream()).findFirst());
    }

    private List<KeyRange> listed(OneOf hashes, Map<String, LegacyOperator> keys) {
        if (hashes.choices().size() > MAX_HASHES) {
            throw Rejection.validation("At most " + MAX_HASHES + " partition key values can stand behind IN");
        }
        List<KeyRange> ranges = new ArrayList<>();
        for (Operand choice : hashes.choices()) {
            Map<String, LegacyOperator> one = new LinkedHashMap<>(keys);
            one.put(source.keys().hash(), new LegacyOperator("EQ", List.of(((Literal) choice).value())));
            ranges.add(KeyQuery.of(source, one).rows());
        }
        return ranges;
    }

    /** The first condition on each key attribute that can name a range. */
    private Map<String, LegacyOperator> keys(List<Condition> parts) {
        Map<String, LegacyOperator> keys = new LinkedHashMap<>();
        for (String name : source.keys().names()) {
            parts.stream()
                    .filter(part -> isOn(part, name))
                    .findFirst()
                    .ifPresent(part -> keys.putAll(KeyConditions.of(part)));
        }
        return keys;
    }

    private static boolean isOn(Condition part, String name) {
        if (part instanceof Comparison comparison) {
            return comparison.operator() != Comparator.NE
                    && (isPair(name, comparison.left(), comparison.right())
                            || isPair(name, comparison.right(), comparison.left()));
        }
        if (part instanceof Between between) {
            return isPair(name, between.operand(), between.lower()) && between.upper() instanceof Literal;
        }
        return part instanceof BeginsWith begins && isPair(name, begins.operand(), begins.prefix());
    }

    private static boolean isPair(String name, Operand path, Operand value) {
        return isPath(path, name) && value instanceof Literal;
    }

    private static boolean isPath(Operand operand, String name) {
        return operand.equals(Path.of(name));
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof And and
                ? Stream.concat(parts(and.left()).stream(), parts(and.right()).stream())
                        .toList()
                : List.of(condition);
    }

    private static void requireApart(List<KeyRange> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            for (KeyRange other : ranges.subList(i + 1, ranges.size())) {
                if (!ranges.get(i).equals(other) && ranges.get(i).overlaps(other)) {
                    throw Rejection.validation(
                            "Overlapping conditions with range keys are not supported in where clause");
                }
            }
        }
    }
}
