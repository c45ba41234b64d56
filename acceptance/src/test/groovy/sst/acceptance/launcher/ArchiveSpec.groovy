package sst.acceptance.launcher

import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions
import sst.acceptance.harness.Repository

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.jar.JarFile

class ArchiveSpec extends Specification {

    /** A java that lists its classes and dumps what was listed, when it is told to. */
    static final String RECORDING = '''
        for option; do
          case $option in
            -XX:DumpLoadedClassList=*) echo data > "${option#*=}" ;;
            -XX:SharedClassListFile=*) list=${option#*=} ;;
            -XX:SharedArchiveFile=*) archive=${option#*=} ;;
            -Xshare:dump) dump=yes ;;
          esac
        done
        [ -z "${dump:-}" ] || cat "$list" > "$archive"'''

    @AutoCleanup
    FakeInstallation installation = new FakeInstallation()
    def eventually = new PollingConditions(timeout: 10)

    def 'the first run makes the archive beside itself and later runs use it on #version'() {
        given:
        installation.built()
        FakeInstallation.age(installation.home.resolve('dist/target/built'), 60)
        def sst = installation.sst('outputs').with(JAVA_HOME: installation.jdk(version, RECORDING), SST_NO_ARCHIVE: null)
        def archive = installation.home.resolve("dist/target/archive/$version+7")

        when:
        def first = sst.run()

        then:
        first.out.contains('-Xshare:auto\n')
        eventually.eventually { assert Files.exists(archive) && !Files.exists(lock(archive)) }

        when:
        def second = sst.run()

        then:
        second.out.contains("-XX:SharedArchiveFile=$archive\n")
        second.out.contains('-XX:ArchiveRelocationMode=0\n') == inPlace

        where:
        version  | inPlace
        '17.0.2' | true
        '25.0.1' | true
        '26.0.1' | false
    }

    def 'what no archive holds is found without a look into the big jars behind it'() {
        given:
        def jar = Repository.ROOT.resolve('dist/target/lib/sst.jar').toFile()

        expect:
        new JarFile(jar).withCloseable { it.manifest.mainAttributes.getValue('Class-Path') }.split(' ')
            .take(2)*.replaceFirst(/-[\d.]+jar$/, '') == ['groovy', 'aws-cdk-lib']
    }

    def 'the version is told without an archive, and none is made for it'() {
        given:
        installation.built()
        def archive = FakeInstallation.write(installation.home.resolve('dist/target/archive/17.0.2+7'), 'data')

        when:
        def run = installation.sst('version').with(JAVA_HOME: installation.jdk('17.0.2', RECORDING), SST_NO_ARCHIVE: null).run()

        then:
        run.out.contains('-Xshare:auto\n')
        Files.readString(archive) == 'data'
    }

    def 'an archive older than the build is made again'() {
        given:
        def archive = FakeInstallation.write(installation.home.resolve('dist/target/archive/17.0.2+7'), 'old')
        FakeInstallation.age(archive, 60)
        installation.built()
        FakeInstallation.age(installation.home.resolve('dist/target/built'), 30)

        when:
        def run = installation.sst('outputs').with(JAVA_HOME: installation.jdk('17.0.2', RECORDING), SST_NO_ARCHIVE: null).run()

        then:
        run.out.contains('-Xshare:auto\n')
        eventually.eventually { assert Files.readString(archive) == 'data\n' && !Files.exists(lock(archive)) }
    }

    def 'of two makers at once the second leaves'() {
        given:
        installation.built()
        def archive = installation.home.resolve('dist/target/archive/17.0.2+7')
        FakeInstallation.write(lock(archive).resolve('pid'), "${ProcessHandle.current().pid()}\n")

        when:
        def made = make(installation.jdk('17.0.2', RECORDING), archive)

        then:
        made.exit == 0
        !Files.exists(archive)
    }

    def 'a failed maker leaves its log, nothing else, and is not repeated before the next build'() {
        given:
        installation.built()
        FakeInstallation.age(installation.home.resolve('dist/target/built'), 60)
        def archive = installation.home.resolve('dist/target/archive/17.0.2+7')
        def jdk = installation.jdk('17.0.2', "echo run >> '$installation.folder/runs'; echo no cloud; exit 1")

        when:
        def first = make(jdk, archive)
        def runs = Files.readAllLines(installation.folder.resolve('runs')).size()
        def second = make(jdk, archive)

        then:
        [first.exit, second.exit] == [1, 1]
        Files.list(archive.parent).withCloseable { it.toList() } == [Path.of("${archive}.log")]
        Files.readString(Path.of("${archive}.log")).contains('no cloud')
        Files.readAllLines(installation.folder.resolve('runs')).size() == runs
    }

    def 'a cloud that cannot be told to stop is ended by its number'() {
        given:
        installation.built()
        def cloud = new ProcessBuilder('sleep', '600').start()
        def archive = installation.home.resolve('dist/target/archive/17.0.2+7')
        def jdk = installation.jdk('17.0.2', """
            for option; do
              case \$option in
                stop) exit 1 ;;
              esac
            done
            for folder; do
              case \$folder in
                */app) mkdir -p "\$folder/.sst/local"; echo '{"pid":${cloud.pid()},"port":1}' > "\$folder/.sst/local/cloud.json" ;;
              esac
            done""")

        expect:
        make(jdk, archive).exit == 1
        cloud.waitFor(60, TimeUnit.SECONDS)

        cleanup:
        cloud?.destroyForcibly()
    }

    private static Path lock(Path archive) {
        Path.of("${archive}.lock")
    }

    private make(Path jdk, Path archive) {
        installation.command(installation.home.resolve('dist/src/archive/make'), jdk, '17', archive).run()
    }
}
