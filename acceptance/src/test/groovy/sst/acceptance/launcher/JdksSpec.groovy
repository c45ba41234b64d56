package sst.acceptance.launcher

import spock.lang.AutoCleanup
import spock.lang.Specification
import sst.acceptance.harness.Project

import java.nio.file.Files
import java.nio.file.Path

class JdksSpec extends Specification {

    @AutoCleanup
    Project small = Project.app('small')

    def 'what a run on the newest JDK keeps is good for every other'() {
        given:
        def jdks = installed().sort { -it.major }

        expect:
        jdks.collect { small.sst('build').with(JAVA_HOME: it.home).run() }.every { it.exit == 0 && it.err.count('xception') == 0 }
    }

    private static List<Map> installed() {
        def homes = [Path.of(System.getProperty('java.home'))]
        def system = Path.of('/usr/lib/jvm')
        if (Files.isDirectory(system)) {
            homes += Files.list(system).withCloseable { it.toList() }
        }
        homes.findAll { Files.isExecutable(it.resolve('bin/javac')) && Files.exists(it.resolve('release')) }
            .collect { [home: it, major: (Files.readString(it.resolve('release')) =~ /JAVA_VERSION="(\d+)/)[0][1] as int] }
            .findAll { it.major >= 17 }
    }
}
