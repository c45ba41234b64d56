package sst.runner.stage

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class ProjectFolderSpec extends Specification {
    @TempDir
    Path folder

    def "what sst keeps in a project is its owner's alone, since assemblies hold what the config puts into them"() {
        when:
        ProjectFolder.at(folder).makeState()
        ProjectFolder.at(folder).makeState()

        then:
        mode() == 'rwx------'
    }

    def "a folder that its owner opened to others stays open"() {
        given:
        Files.createDirectory(folder.resolve('.sst'))
        Files.setPosixFilePermissions(folder.resolve('.sst'), PosixFilePermissions.fromString('rwxr-xr-x'))

        when:
        ProjectFolder.at(folder).makeState()

        then:
        mode() == 'rwxr-xr-x'
    }

    private String mode() {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve('.sst')))
    }
}
