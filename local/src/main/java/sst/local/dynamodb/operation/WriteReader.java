package sst.local.dynamodb.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.expression.ConditionParser;
import sst.local.dynamodb.expression.Placeholders;
import sst.local.dynamodb.expression.UpdateParser;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.Mutation;
import sst.local.dynamodb.legacy.LegacyConditions;
import sst.local.dynamodb.legacy.LegacyUpdates;
import sst.local.dynamodb.legacy.MixedParameters;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueReader;

/** Reads puts, updates, deletes and checks, alone or as parts of a transaction; values first, then expressions, then schema. */
final class WriteReader {
    private final Tables tables;
    private final String region;
    private final Input input;

    WriteReader(Tables tables, String region, Input input) {
        this.tables = tables;
        this.region = region;
        this.input = input;
    }

    ItemWrite put() {
        MixedParameters.refuse(input, List.of("ConditionExpression"), List.of("Expected"));
        Item item = item("Item");
        if (item.size() > ItemRules.MAX_ITEM_SIZE) {
            throw Rejection.validation("Item size has exceeded the maximum allowed size");
        }
        Condition condition = condition();
        Table table = table();
        ItemRules.requireItem(table.definition(), item);
        Item key = item.only(table.definition().keys().names());
        return write(table, key, condition, new Mutation.Put(item));
    }

    ItemWrite delete() {
        MixedParameters.refuse(input, List.of("ConditionExpression"), List.of("Expected"));
        return keyed(new Mutation.Delete());
    }

    ItemWrite check() {
        if (!input.has("ConditionExpression")) {
            throw Rejection.validation("The expression can not be empty;");
        }
        return keyed(new Mutation.Check());
    }

    ItemWrite update() {
        MixedParameters.refuse(
                input, List.of("UpdateExpression", "ConditionExpression"), List.of("AttributeUpdates", "Expected"));
        Item key = item("Key");
        Update legacy = LegacyUpdates.read(input);
        Optional<Condition> expected = LegacyConditions.expected(input);
        Placeholders placeholders = Placeholders.of(input.json());
        Optional<Update> update = input.text("UpdateExpression").map(text -> UpdateParser.parse(text, placeholders));
        Optional<Condition> condition = parsed(placeholders).or(() -> expected);
        placeholders.requireAllUsed();
        Table table = table();
        ItemRules.requireKey(table.definition(), key);
        Update changes = update.orElse(legacy);
        ItemRules.requireUpdatable(table.definition(), changes);
        return write(table, key, condition.orElse(null), new Mutation.Modify(changes, update.isEmpty()));
    }

    private ItemWrite keyed(Mutation mutation) {
        Item key = item("Key");
        Condition condition = condition();
        Table table = table();
        ItemRules.requireKey(table.definition(), key);
        return write(table, key, condition, mutation);
    }

    private ItemWrite write(Table table, Item key, @Nullable Condition condition, Mutation mutation) {
        boolean show = input.text("ReturnValuesOnConditionCheckFailure", "NONE").equals("ALL_OLD");
        return new ItemWrite(table, key, condition, mutation, show);
    }

    private Item item(String member) {
        return ValueReader.item(input.node(member).orElseGet(input::json));
    }

    private @Nullable Condition condition() {
        Optional<Condition> expected = LegacyConditions.expected(input);
        Placeholders placeholders = Placeholders.of(input.json());
        Optional<Condition> condition = parsed(placeholders);
        placeholders.requireAllUsed();
        return condition.or(() -> expected).orElse(null);
    }

    private Optional<Condition> parsed(Placeholders placeholders) {
        return input.text("ConditionExpression")
                .map(text -> ConditionParser.parse("ConditionExpression", text, placeholders));
    }

    private Table table() {
        return tables.require(region, input.text("TableName", ""));
    }
}
