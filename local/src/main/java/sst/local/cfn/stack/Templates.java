package sst.local.cfn.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import sst.local.cfn.template.Template;
import sst.local.store.Store;

/** The texts of templates, each kept once under its hash. */
public final class Templates {
    private final NavigableMap<String, JsonNode> texts;
    private final SealedRecords records;

    /** The templates of a store. */
    public Templates(Store store, SealedRecords records) {
        this.records = records;
        texts = store.json("cloudformation.templates");
    }

    /** Keeps a text and gives its key. */
    public String keep(String text) {
        String key = hash(text);
        if (!texts.containsKey(key)) {
            texts.put(key, records.seal(text));
        }
        return key;
    }

    /** The text of a key. */
    public String text(String key) {
        JsonNode text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no template " + key);
        }
        return records.open(text);
    }

    /** The template of a key. */
    public Template read(String key) {
        return Template.of(text(key));
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
