package sst.acceptance.examples

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Command
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository

/** The example's own checks, as its authors would run them. */
class NotesHandlersSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    def 'the Python handler passes its tests'() {
        expect:
        new Command('python3', '-m', 'unittest', '-q').in(notes.folder.resolve('services/preview')).run().exit == 0
    }

    def 'the TypeScript handlers type-check'() {
        expect:
        new Command('node', 'node_modules/typescript/bin/tsc').in(notes.folder).run().exit == 0
    }

    def 'the Java handler builds against sst-client and passes its tests'() {
        expect:
        new Command('mvn', '-q', '-B', 'verify').in(notes.folder.resolve('services/stats'))
            .with(SST_HOME: Repository.ROOT).within(300).run().exit == 0
    }
}
