package sst.local.dynamodb.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.update.Action;
import sst.local.dynamodb.update.AddAction;
import sst.local.dynamodb.update.DeleteAction;
import sst.local.dynamodb.update.RemoveAction;
import sst.local.dynamodb.update.SetAction;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.SetValue;
import sst.local.dynamodb.value.ValueReader;
import sst.local.dynamodb.value.ValueType;

/** Turns {@code AttributeUpdates} into an update (API reference, "Legacy parameters"). */
public final class LegacyUpdates {
    private LegacyUpdates() {}

    /**
     * The update that the request's {@code AttributeUpdates} mean; without any it changes nothing.
     *
     * @throws sst.local.wire.AwsException when an action and its value do not fit
     */
    public static Update read(Input request) {
        List<Action> actions = new ArrayList<>();
        request.object("AttributeUpdates").ifPresent(updates -> updates.properties()
                .forEach(entry -> actions.add(action(entry.getKey(), Input.of(entry.getValue())))));
        return new Update(actions);
    }

    private static Action action(String name, Input update) {
        new Constraints()
                .oneOf(update, "Action", List.of("ADD", "DELETE", "PUT"))
                .check();
        String action = update.text("Action", "PUT");
        Path path = Path.of(name);
        Optional<AttributeValue> value = update.node("Value").map(ValueReader::value);
        if (value.isEmpty()) {
            if (!action.equals("DELETE")) {
                throw Rejection.invalid("Only DELETE action is allowed when no attribute value is specified");
            }
            return new RemoveAction(path);
        }
        return switch (action) {
            case "ADD" -> add(path, value.get());
            case "DELETE" -> delete(path, value.get());
            default -> new SetAction(path, new Literal(value.get()));
        };
    }

    private static Action add(Path path, AttributeValue value) {
        ValueType type = value.type();
        if (type != ValueType.N && type != ValueType.L && !type.isSet()) {
            throw Rejection.invalid("ADD action is not supported for the type " + type);
        }
        return new AddAction(path, value);
    }

    private static Action delete(Path path, AttributeValue value) {
        if (value instanceof SetValue set) {
            return new DeleteAction(path, set);
        }
        throw Rejection.invalid("DELETE action with value is not supported for the type " + value.type());
    }
}
