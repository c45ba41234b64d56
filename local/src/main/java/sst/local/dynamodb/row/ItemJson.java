package sst.local.dynamodb.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.BooleanValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;
import sst.local.dynamodb.value.NullValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.SetValue;
import sst.local.dynamodb.value.TextValue;
import sst.local.dynamodb.value.ValueType;

/** Items as wire JSON bytes. Reading trusts its input, which was checked when it was written. */
final class ItemJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ItemJson() {}

    static byte[] write(Item item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            new MapValue(item.attributes()).writeContent(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Item read(byte[] bytes, int from) {
        try (JsonParser json = JSON.createParser(bytes, from, bytes.length - from)) {
            json.nextToken();
            return new Item(entries(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, AttributeValue> entries(JsonParser json) throws IOException {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            entries.put(name, value(json));
        }
        return entries;
    }

    private static AttributeValue value(JsonParser json) throws IOException {
        ValueType type = ValueType.valueOf(json.nextFieldName());
        json.nextToken();
        AttributeValue value = content(type, json);
        json.nextToken();
        return value;
    }

    private static AttributeValue content(ValueType type, JsonParser json) throws IOException {
        return switch (type) {
            case S -> new TextValue(json.getText());
            case N -> new NumberValue(new BigDecimal(json.getText()));
            case B -> new BinaryValue(json.getBinaryValue());
            case BOOL -> new BooleanValue(json.getBooleanValue());
            case NULL -> new NullValue();
            case SS -> set(type, ValueType.S, json);
            case NS -> set(type, ValueType.N, json);
            case BS -> set(type, ValueType.B, json);
            case L -> list(json);
            case M -> new MapValue(entries(json));
        };
    }

    private static SetValue set(ValueType type, ValueType member, JsonParser json) throws IOException {
        Set<AttributeValue> members = new LinkedHashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            members.add(content(member, json));
        }
        return new SetValue(type, members);
    }

    private static ListValue list(JsonParser json) throws IOException {
        List<AttributeValue> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return new ListValue(elements);
    }
}
