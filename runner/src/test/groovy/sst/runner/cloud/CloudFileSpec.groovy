package sst.runner.cloud

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class CloudFileSpec extends Specification {
    @TempDir
    Path folder

    def "a running cloud is found by its file, whatever else stands in it"() {
        given:
        Files.writeString(CloudFile.path(folder), '{"version": [1, {"pid": 3}], "pid": 12, "endpoint": "http://127.0.0.1:4566", "more": null}')

        expect:
        CloudFile.read(folder).get() == new CloudFile(12, 'http://127.0.0.1:4566')
    }

    def "a file that is not the cloud's is as none: #text"() {
        given:
        Files.writeString(CloudFile.path(folder), text)

        expect:
        CloudFile.read(folder).filter { it.alive }.empty

        where:
        text << ['', 'x', '[]', '"pid"', '{"pid": "many"}', '{"pid": 12', '{"endpoint": "x"}', '{}']
    }

    def "no file, no cloud"() {
        expect:
        CloudFile.read(folder).empty
    }
}
