package sst.constructs.parity

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime

/** Files that recorded programs name: each test finds its handlers, but those whose absence it is about. */
class Fixtures {
    private static final String HANDLER = /(?:[\w.-]+\/)+[\w-]+\.[A-Za-z_]\w*/
    private static final String FILE = /.*\.(graphql|js|mjs|ts|json|sql|html|txt|zip|css|map|xml|svg|png)/

    private final Path project

    Fixtures(Path project) {
        this.project = project
    }

    void of(Map test) {
        test.program = placed(test.program, false)
        String absent = (test.throws ?: []).toString().replace('\\', '')
        texts(test.program).findAll { it ==~ HANDLER && !(it ==~ FILE) }.each { handler ->
            Path file = project.resolve("${handler.substring(0, handler.lastIndexOf('.'))}.js")
            if (absent.contains(handler)) {
                Files.deleteIfExists(file)
            } else {
                write(file, "export const ${handler.substring(handler.lastIndexOf('.') + 1)} = () => 1")
            }
        }
        texts(test.program).findAll { it.endsWith('.graphql') }.each {
            write(project.resolve(it), "type Query { hello: String ${it.tokenize('/').last() - '.graphql'}: String }")
        }
        texts(test.program).findAll { it.endsWith('/container-function') }.each {
            write(project.resolve(it).resolve('Dockerfile'), 'FROM scratch')
        }
        texts(test.program).findAll { it.endsWith('/migrations') }.each {
            write(project.resolve(it).resolve('1_first.sql'), 'create table first (id int)')
        }
    }

    /** The CDK's own calls read files from the folder it runs in, so they get whole paths. */
    private Object placed(Object value, boolean isCdk) {
        if (value instanceof Map && value.method == 'fromAsset') {
            return value + [args: value.args.collect { it instanceof String ? project.resolve(it).toString() : placed(it, true) }]
        }
        if (value instanceof Map) {
            return value.collectEntries { key, each -> [key, placed(each, isCdk || key == 'args' && value.containsKey('class'))] }
        }
        if (value instanceof List) {
            return value.collect { placed(it, isCdk) }
        }
        isCdk && value instanceof String && value.endsWith('.graphql') ? project.resolve(value).toString() : value
    }

    private static void write(Path file, String text) {
        Files.createDirectories(file.parent)
        if (!Files.exists(file) || Files.readString(file) != text) {
            Files.writeString(file, text)
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000))
        }
    }

    private static Set<String> texts(Object value) {
        if (value instanceof Map) {
            return value.values().collectMany { texts(it) } as Set
        }
        value instanceof List ? value.collectMany { texts(it) } as Set : value instanceof String ? [value] as Set : [] as Set
    }
}
