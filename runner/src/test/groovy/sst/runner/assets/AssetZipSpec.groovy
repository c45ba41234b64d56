package sst.runner.assets

import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.BasicFileAttributes
import java.nio.file.attribute.FileTime
import java.util.zip.ZipFile
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError

class AssetZipSpec extends Specification {
    @TempDir
    Path folder

    Path source(String name, List<String> order, long time) {
        Path root = Files.createDirectories(folder.resolve(name))
        order.each {
            Path file = root.resolve(it)
            Files.createDirectories(file.parent)
            Files.writeString(file, "content of $it")
            Files.setLastModifiedTime(file, FileTime.fromMillis(time))
        }
        root
    }

    def "equal contents make equal bytes, whenever and in whatever order they were written"() {
        given:
        def one = source('one', ['b.js', 'a.js', 'lib/z.js'], 1_000_000_000_000L)
        def two = source('two', ['lib/z.js', 'a.js', 'b.js'], 1_700_000_000_000L)

        when:
        AssetZip.pack(one, folder.resolve('one.zip'))
        AssetZip.pack(two, folder.resolve('two.zip'))

        then:
        Files.readAllBytes(folder.resolve('one.zip')) == Files.readAllBytes(folder.resolve('two.zip'))
        new ZipFile(folder.resolve('one.zip').toFile()).withCloseable { zip ->
            zip.getInputStream(zip.getEntry('lib/z.js')).text == 'content of lib/z.js'
        }
    }

    def "no entry tells when it was packed, so that two machines pack the same bytes"() {
        when:
        AssetZip.pack(source('one', ['a.js', 'lib/z.js'], 1_700_000_000_000L), folder.resolve('one.zip'))

        then:
        FileSystems.newFileSystem(folder.resolve('one.zip')).withCloseable { zip ->
            ['/a.js', '/lib', '/lib/z.js'].collectMany { entry ->
                def times = Files.readAttributes(zip.getPath(entry), BasicFileAttributes)
                [times.creationTime(), times.lastAccessTime(), times.lastModifiedTime()]*.toString()
            }.unique() == ['1980-01-02T00:00:00Z']
        }
    }

    def "whether a file may be executed is kept"() {
        given:
        def root = source('run', ['bootstrap'], 0)
        root.resolve('bootstrap').toFile().executable = executable

        when:
        AssetZip.pack(root, folder.resolve('x.zip'))

        then:
        def process = ['python3', '-c', "import zipfile;print(oct(zipfile.ZipFile('${folder.resolve('x.zip')}').getinfo('bootstrap').external_attr>>16&0o777))"].execute()
        process.text.strip() == mode

        where:
        executable || mode
        true       || '0o755'
        false      || '0o644'
    }

    def "an empty folder is refused: Lambda would accept the upload and fail later"() {
        given:
        Files.createDirectories(folder.resolve('empty'))

        when:
        AssetZip.pack(folder.resolve('empty'), folder.resolve('e.zip'))

        then:
        thrown(UserError)
    }

    def "a link that leads out of the asset is refused"() {
        given:
        def root = source('link', ['a.js'], 0)
        Files.writeString(folder.resolve('secret'), 's')
        Files.createSymbolicLink(root.resolve('s'), folder.resolve('secret'))

        when:
        AssetZip.pack(root, folder.resolve('l.zip'))

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('link that leaves')
    }
}
