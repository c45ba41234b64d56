package sst.acceptance.launcher

import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path

class LauncherSpec extends Specification {

    @AutoCleanup
    FakeInstallation installation = new FakeInstallation()

    def 'becomes the JVM with the arguments as they are'() {
        given:
        installation.built()

        when:
        def run = installation.sst('deploy --all', '', '*', '--help').with(JAVA_HOME: installation.jdk('17.0.2')).run()

        then:
        run.exit == 0
        run.out.readLines()[0] == 'jdk 17.0.2'
        run.out.readLines().takeRight(5) == ['sst.runner.cli.Main', 'deploy --all', '', '*', '--help']
        run.out.contains("-Dsst.lib=$installation.home/dist/target/lib\n")
        run.err == ''
    }

    def 'allows native calls where Java would warn of them: #version'() {
        given:
        installation.built()

        expect:
        installation.sst('repl').with(JAVA_HOME: installation.jdk(version)).run().out
            .contains('--enable-native-access=ALL-UNNAMED\n') == isTold

        where:
        version  | isTold
        '17.0.2' | false
        '25.0.1' | true
    }

    def 'passes the exit code on'() {
        given:
        installation.built()

        expect:
        installation.sst('diff', '--help').with(JAVA_HOME: installation.jdk('21.0.1', 'exit 10')).run().exit == 10
    }

    def 'passes signals on: nothing of the launcher stays between'() {
        given:
        installation.built()
        def jdk = installation.jdk('21.0.1', "trap 'echo got TERM; exit 143' TERM; echo ready; while :; do sleep 0.05; done")
        def running = installation.sst('dev', '--help').with(JAVA_HOME: jdk).start()

        when:
        new PollingConditions(timeout: 10).eventually { assert running.out.contains('ready') }
        running.process.destroy()

        then:
        running.process.waitFor() == 143
        running.out.contains('got TERM')

        cleanup:
        running.close()
    }

    def 'works through a chain of symbolic links from another folder'() {
        given:
        installation.built()
        def first = Files.createSymbolicLink(installation.folder.resolve('first'), Path.of('home of sst/sst'))
        def second = Files.createSymbolicLink(installation.bin.resolve('sst'), first)

        when:
        def run = installation.command(second, 'version').with(JAVA_HOME: installation.jdk('17.0.2')).in(Path.of('/')).run()

        then:
        run.exit == 0
        run.out.contains("-Dsst.lib=${installation.home.toRealPath()}/dist/target/lib\n")
    }

    def 'takes JAVA_HOME when it is new enough, else the newest there is'() {
        given:
        installation.built()
        installation.jdk('11.0.2')
        def sdkman = Files.createDirectories(installation.folder.resolve('sdkman/candidates/java'))
        ['11.0.2', '98.0.1', '99.0.2'].each { Files.move(installation.jdk(it), sdkman.resolve(it)) }
        def env = [SDKMAN_DIR: installation.folder.resolve('sdkman')]

        expect:
        def run = installation.sst('version').with(env + [JAVA_HOME: home(installation)]).run()
        run.out.readLines()[0] == chosen

        where:
        home                                        || chosen
        ({ it.jdk('17.0.2') })                      || 'jdk 17.0.2'
        ({ it.jdk('8.0.2') })                       || 'jdk 99.0.2'
        ({ it.folder.resolve('no such folder') })   || 'jdk 99.0.2'
        ({ null })                                  || 'jdk 99.0.2'
    }

    def 'builds once, saying so, and again after a source has changed'() {
        given:
        def source = installation.source('model/src/main/java/A.java')
        installation.maven("echo built >> '$installation.folder/builds'; mkdir -p dist/target; touch dist/target/built; echo chatter")
        def sst = installation.sst('version').with(JAVA_HOME: installation.jdk('17.0.2'))
        def builds = installation.folder.resolve('builds')

        when:
        def first = sst.run()
        def second = sst.run()

        then:
        first.err.contains('sst: building with Maven')
        !first.out.contains('chatter')
        second.err == ''
        Files.readAllLines(builds).size() == 1

        when:
        FakeInstallation.age(installation.home.resolve('dist/target/built'), 60)
        FakeInstallation.age(source, 30)
        sst.run()

        then:
        Files.readAllLines(builds).size() == 2
    }

    def 'two first runs build once'() {
        given:
        installation.source('model/src/main/java/A.java')
        installation.maven("echo built >> '$installation.folder/builds'; sleep 0.5; mkdir -p dist/target; touch dist/target/built")
        def sst = installation.sst('version').with(JAVA_HOME: installation.jdk('17.0.2'))

        when:
        def runs = (1..2).collect { sst.start() }
        def ends = runs*.process*.waitFor()

        then:
        ends == [0, 0]
        runs.every { it.out.startsWith('jdk 17.0.2') }
        Files.readAllLines(installation.folder.resolve('builds')).size() == 1

        cleanup:
        runs*.close()
    }

    def 'a build that failed is an error and leaves no lock'() {
        given:
        installation.source('model/src/main/java/A.java')
        installation.maven('echo BROKEN; exit 1')
        def sst = installation.sst('version').with(JAVA_HOME: installation.jdk('17.0.2'))

        when:
        def run = sst.run()

        then:
        run.exit == 1
        run.err.contains('BROKEN')
        run.err.contains('sst: the build failed')
        !Files.exists(installation.home.resolve('dist/.build'))
    }

    def 'a lock left by a killed build is taken over'() {
        given:
        installation.source('model/src/main/java/A.java')
        installation.maven('mkdir -p dist/target; touch dist/target/built')
        FakeInstallation.write(installation.home.resolve('dist/.build/pid'), '999999999\n')

        expect:
        installation.sst('version').with(JAVA_HOME: installation.jdk('17.0.2')).run().exit == 0
    }

    def 'without Maven it says what is missing'() {
        given:
        installation.source('model/src/main/java/A.java')

        when:
        def run = installation.sst('version').with(JAVA_HOME: installation.jdk('17.0.2')).run()

        then:
        run.exit == 1
        run.err.contains('no mvn on the PATH')
    }

    def 'checks Node for #args: #told'() {
        given:
        installation.built()
        if (version) {
            installation.node(version)
        }

        when:
        def run = installation.sst(*args).with(JAVA_HOME: installation.jdk('17.0.2')).run()

        then:
        run.exit == (told ? 1 : 0)
        run.err == (told ? "sst: $told\n" : '')

        where:
        args                                 | version   || told
        ['deploy']                           | '20.1.0'  || null
        ['--stage', 'deploy', 'outputs']     | '18.0.0'  || null
        ['deploy', '--help']                 | '18.0.0'  || null
        ['version']                          | null      || null
        ['--app', 'x', 'deploy']             | null      || 'deploy needs Node 20 or newer, and there is no node on the PATH'
    }

    def 'refuses a Node that is too old, naming it'() {
        given:
        installation.built()
        def node = installation.node('18.20.1')

        when:
        def run = installation.sst('build').with(JAVA_HOME: installation.jdk('17.0.2')).run()

        then:
        run.exit == 1
        run.err == "sst: build needs Node 20 or newer, and $node is v18.20.1\n"
    }

    def 'asks a node for its version once'() {
        given:
        installation.built()
        FakeInstallation.age(installation.node('22.0.0'), 60)
        def sst = installation.sst('build').with(JAVA_HOME: installation.jdk('17.0.2'))

        when:
        2.times { assert sst.run().exit == 0 }

        then:
        Files.readAllLines(installation.folder.resolve('node-asked')).size() == 1
    }
}
