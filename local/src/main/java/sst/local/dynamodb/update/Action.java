package sst.local.dynamodb.update;

import java.util.Optional;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;

/** One action of an update. */
public sealed interface Action permits SetAction, RemoveAction, AddAction, DeleteAction {
    /** What it changes. */
    Path path();

    /**
     * What is at the path afterwards; empty when nothing is.
     *
     * @throws sst.local.wire.AwsException when an operand is missing or of a wrong type
     */
    Optional<AttributeValue> outcome(Item before);
}
