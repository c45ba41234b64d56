package sst.constructs.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import sst.constructs.host.ContentHash;
import sst.model.app.AppModel;

/** One hash for everything that an assembly is made from. */
public final class Fingerprint {
    private static final String SCHEME = "1";

    private Fingerprint() {}

    /**
     * The hash.
     *
     * @param options the options of the synthesis, as a text
     * @param code hashes of what the functions' code is made from
     */
    public static String of(AppModel model, String options, List<String> code) {
        Canonical canonical = new Canonical();
        String text = canonical.of(model.props(), model.stacks());
        ContentHash hash = new ContentHash().add(SCHEME).add(versions()).add(options);
        hash.add(model.stage()).add(String.valueOf(model.isDev())).add(text).addAll(code);
        // What closures do is not in the model; the files they stand in are.
        return hash.add(canonical.hasClosures() ? model.sourceHash() : "").hex();
    }

    private static String versions() {
        Properties versions = new Properties();
        try (InputStream stream = Fingerprint.class.getResourceAsStream("/sst/constructs/kernel/versions.properties")) {
            versions.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("product") + " " + versions.getProperty("kernel");
    }
}
