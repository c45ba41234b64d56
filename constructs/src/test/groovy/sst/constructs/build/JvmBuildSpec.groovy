package sst.constructs.build

import java.nio.file.Files

import spock.lang.Requires
import sst.model.diagnostic.Code

class JvmBuildSpec extends BuildSpecification {
    static final POM = '''<project xmlns="http://maven.apache.org/POM/4.0.0">
        |  <modelVersion>4.0.0</modelVersion>
        |  <groupId>acme</groupId><artifactId>stats</artifactId><version>1</version>
        |  <properties>
        |    <maven.compiler.release>17</maven.compiler.release>
        |    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        |  </properties>
        |  <dependencies><dependency>
        |    <groupId>org.jspecify</groupId><artifactId>jspecify</artifactId><version>1.0.0</version>
        |  </dependency></dependencies>
        |  <build><pluginManagement><plugins>
        |    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
        |    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version></plugin>
        |    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.3</version></plugin>
        |    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
        |  </plugins></pluginManagement></build>
        |</project>'''.stripMargin()

    def "a Maven project becomes its jar and what it needs, once for all its handlers"() {
        given:
        file('services/stats/pom.xml', POM)
        file('services/stats/src/main/java/acme/Stats.java',
                'package acme; public class Stats { public String count(String s) { return s; } }')

        when:
        def results = builds().build([
                request('acme.Stats::count', function: 'A', path: 'services/stats', runtime: 'java21'),
                request('acme.Stats', function: 'B', path: 'services/stats')])

        then:
        results.diagnostics() == []
        entries(results.functions().A.zip()) == ['lib/jspecify-1.0.0.jar', 'lib/stats-1.jar']
        results.functions().A.handler() == 'acme.Stats::count'
        results.functions().A.hash() == results.functions().B.hash()
        heard == ['building A']

        when:
        build(request('acme.Stats::count', path: 'services/stats'))

        then:
        heard.last() == 'reused Fn'

        when:
        def error = builds().build([request('acme.Stat', path: 'services/stats')]).diagnostics()[0]

        then:
        error.summary() == "the project in services/stats has no 'acme.Stat' for handler 'acme.Stat'"
        error.hint() == "did you mean 'acme.Stats'?"

        when:
        Files.writeString(project.resolve('services/stats/src/main/java/acme/Stats.java'),
                'package acme; public class Stats { int x = "a"; }')
        def broken = builds().build([request('acme.Stats', path: 'services/stats')]).diagnostics()[0]

        then:
        broken.code() == Code.BUILD_FAILED
        broken.at().toString() == 'services/stats/src/main/java/acme/Stats.java:1:44'
        broken.summary().contains('incompatible types')
    }

    def "a Gradle project is built by its wrapper"() {
        given:
        file('services/stats/build.gradle', "plugins { id 'java' }")
        def jar = project.resolve('stats.jar')
        run('python3', '-c', "import zipfile; zipfile.ZipFile('$jar', 'w').writestr('acme/Stats.class', '')")
        def wrapper = file('services/stats/gradlew', """#!/bin/sh
            |for a in "\$@"; do case "\$a" in -Dsst.libraries=*) out="\${a#*=}";; esac; last="\$a"; done
            |[ "\$last" = sstLibraries ] || exit 3
            |mkdir -p "\$out" && cp '$jar' "\$out/own-stats.jar"
            |""".stripMargin())
        wrapper.toFile().setExecutable(true)

        expect:
        entries(build(request('acme.Stats', path: 'services/stats')).zip()) == ['lib/own-stats.jar']
    }

    @Requires({ onPath('gradle') })
    def "a Gradle project is built by a real Gradle, its libraries beside its own jar"() {
        given:
        file('services/settings.gradle', "include 'stats', 'words'")
        file('services/words/build.gradle', "plugins { id 'java' }")
        file('services/words/src/main/java/acme/Words.java', 'package acme; public class Words { public static int of(String s) { return s.length(); } }')
        file('services/stats/build.gradle', "plugins { id 'java' }\ndependencies { implementation project(':words') }")
        file('services/stats/src/main/java/acme/Stats.java', 'package acme; public class Stats { public int count(String s) { return Words.of(s); } }')

        when:
        def built = build(request('acme.Stats::count', path: 'services/stats'))

        then:
        built.handler() == 'acme.Stats::count'
        entries(built.zip()) == ['lib/own-stats.jar', 'lib/words.jar']
    }

    @Requires({ onPath('gradle') })
    def "a Gradle project that does not compile says what the compiler said"() {
        given:
        file('services/stats/build.gradle', "plugins { id 'java' }")
        file('services/stats/src/main/java/acme/Stats.java', 'package acme; public class Stats { int x = "a"; }')

        when:
        def error = builds().build([request('acme.Stats', path: 'services/stats')]).diagnostics()[0]

        then:
        error.summary().startsWith('Gradle cannot build')
        error.detail().contains('incompatible types: String cannot be converted to int')
    }

    static boolean onPath(String program) {
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, program).canExecute() }
    }

    def "a lone Java file is compiled with those beside it"() {
        given:
        file('src/Hello.java', 'package acme; public class Hello { public String greet(String s) { return Words.HI + s; } }')
        file('src/Words.java', 'package acme; class Words { static final String HI = "hi "; }')

        when:
        def built = build(request('src/Hello.greet'))

        then:
        built.handler() == 'acme.Hello::greet'
        built.runtime() == 'java21'
        entries(built.zip()) == ['acme/Hello.class', 'acme/Words.class']
    }

    def "a Java file that does not compile is reported at its line"() {
        given:
        file('src/Hello.java', 'public class Hello {\n  int x = "a";\n}')

        when:
        def error = builds().build([request('src/Hello.greet')]).diagnostics()[0]

        then:
        error.at().toString() == 'src/Hello.java:2:11'
        error.summary().contains('incompatible types')
    }

    def "a lone Groovy file is compiled and packed with Groovy"() {
        given:
        file('src/hello.groovy', 'package acme\nclass hello { def greet(Map event) { "hi ${event.name}".toString() } }')

        when:
        def built = build(request('src/hello.greet'))

        then:
        built.handler() == 'acme.hello::greet'
        entries(built.zip()).any { it == 'acme/hello.class' }
        entries(built.zip()).any { it ==~ 'lib/groovy-.*jar' }
    }

    def "a Groovy file that does not compile is reported at its line"() {
        given:
        file('src/hello.groovy', 'class hello {\n  def greet( { 1 }\n}')

        when:
        def error = builds().build([request('src/hello.greet')]).diagnostics()[0]

        then:
        error.code() == Code.BUILD_FAILED
        error.at().file() == 'src/hello.groovy'
        error.at().line() == 2
    }

    def "a class handler without a project says what was looked for"() {
        when:
        def error = builds().build([request('acme.Stats::count', path: 'services/none')]).diagnostics()[0]

        then:
        error.summary() == "no Maven or Gradle project for handler 'acme.Stats::count'"
        error.detail().contains(project.resolve('services/none').toString())
    }
}
