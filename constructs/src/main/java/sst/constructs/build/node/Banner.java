package sst.constructs.build.node;

/** What an ES module lacks and bundled CommonJS packages expect: {@code require}, {@code __filename}, {@code __dirname}. */
final class Banner {
    private static final String GLOBALS =
            """
            import { createRequire as sstCreateRequire } from 'node:module';
            import { fileURLToPath as sstFileURLToPath } from 'node:url';
            const require = sstCreateRequire(import.meta.url);
            const __filename = sstFileURLToPath(import.meta.url);
            const __dirname = sstFileURLToPath(new URL('.', import.meta.url));
            """
                    .replace("\n", "");

    private Banner() {}

    static String withModuleGlobals(String banner) {
        return banner.isEmpty() ? GLOBALS : GLOBALS + "\n" + banner;
    }
}
