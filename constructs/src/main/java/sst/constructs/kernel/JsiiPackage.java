package sst.constructs.kernel;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.jsii.JsiiModule;

/** One npm package inside a CDK jar, in the order in which the kernel has to load them. */
record JsiiPackage(JsiiModule module) {
    /** Every package of the CDK, each after those it depends on. */
    static List<JsiiPackage> all() {
        Map<String, JsiiPackage> found = new LinkedHashMap<>();
        collect(new software.amazon.awscdk.$Module(), found);
        return new ArrayList<>(found.values());
    }

    private static void collect(JsiiModule module, Map<String, JsiiPackage> found) {
        if (found.containsKey(module.getModuleName())) {
            return;
        }
        for (Class<? extends JsiiModule> each : JsiiAttachment.dependencies(module)) {
            collect(JsiiAttachment.create(each), found);
        }
        found.put(module.getModuleName(), new JsiiPackage(module));
    }

    String name() {
        return module.getModuleName();
    }

    /** The archive's name in the kernel's folder; flat, though the package's name may have a scope. */
    String tarball() {
        return name().replace('/', '_') + ".tgz";
    }

    Map<String, String> describe() {
        Map<String, String> description = new LinkedHashMap<>();
        description.put("name", name());
        description.put("version", module.getModuleVersion());
        description.put("tarball", tarball());
        return description;
    }

    InputStream open() {
        InputStream stream = module.getModuleClass().getResourceAsStream(module.getBundleResourceName());
        if (stream == null) {
            throw new IllegalStateException("no archive in the jar of " + name());
        }
        return stream;
    }
}
