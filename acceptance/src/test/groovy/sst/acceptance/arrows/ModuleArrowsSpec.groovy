package sst.acceptance.arrows

import com.tngtech.archunit.base.DescribedPredicate
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.library.dependencies.SliceAssignment
import com.tngtech.archunit.library.dependencies.SliceIdentifier
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Repository

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

/** The arrows of docs/architecture.md. */
class ModuleArrowsSpec extends Specification {

    static final MODULES = ['model', 'dsl', 'constructs', 'scripts', 'runner', 'repl', 'local', 'client']
    static final CDK = ['software.amazon.awscdk..', 'software.constructs..', 'software.amazon.jsii..']
    static final SDK = ['software.amazon.awssdk..']
    static final GROOVY = ['groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..']

    @Shared
    JavaClasses product = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(MODULES.collect { "sst.$it".toString() })

    def 'sees the classes of #module'() {
        expect:
        product.any { it.packageName == "sst.$module" || it.packageName.startsWith("sst.$module.") }

        where:
        module << ['model', 'local', 'client']
    }

    def '#module knows of the other modules only #known'() {
        given:
        def unknown = MODULES - known - module

        expect:
        violations(noClasses().that().resideInAPackage("sst.$module..")
            .should().dependOnClassesThat().resideInAnyPackage(unknown.collect { "sst.$it..".toString() } as String[])
            .allowEmptyShould(true)) == []

        where:
        module       | known
        'model'      | []
        'dsl'        | ['model']
        'constructs' | ['model']
        'scripts'    | ['model', 'client']
        'runner'     | ['model', 'dsl', 'constructs', 'scripts']
        'repl'       | ['model', 'dsl', 'constructs', 'scripts', 'runner']
        'local'      | []
        'client'     | []
    }

    def '#module is free of #what'() {
        expect:
        violations(noClasses().that().resideInAPackage("sst.$module..")
            .should().dependOnClassesThat().resideInAnyPackage(packages as String[])
            .allowEmptyShould(true)) == []

        where:
        module       | what              | packages
        'dsl'        | 'CDK and the SDK' | CDK + SDK
        'constructs' | 'the SDK'         | SDK
        'constructs' | 'picocli'         | ['picocli..']
        'constructs' | 'Groovy'          | GROOVY
        'scripts'    | 'CDK'             | CDK
        'runner'     | 'CDK'             | CDK
        'local'      | 'CDK and the SDK' | CDK + SDK
        'local'      | 'Groovy'          | GROOVY
    }

    def 'the model is plain Java, but for the annotations that tell Groovy what a block delegates to'() {
        expect:
        violations(classes().that().resideInAPackage('sst.model..')
            .should().onlyDependOnClassesThat(DescribedPredicate.or(
                JavaClass.Predicates.resideInAnyPackage('sst.model..', 'java..', 'org.jspecify..'),
                JavaClass.Predicates.equivalentTo(DelegatesTo),
                JavaClass.Predicates.equivalentTo(Closure)))) == []
    }

    def 'the client needs nothing but the JDK'() {
        expect:
        violations(classes().that().resideInAPackage('sst.client..')
            .should().onlyDependOnClassesThat().resideInAnyPackage('sst.client..', 'java..', 'javax.crypto..', 'org.jspecify..')) == []
    }

    def 'only the runner\'s AWS adapters and scripts import the SDK'() {
        expect:
        violations(noClasses().that().resideOutsideOfPackages('sst.runner.aws..', 'sst.runner.dev..', 'sst.scripts..')
            .should().dependOnClassesThat().resideInAnyPackage(SDK as String[])) == []
    }

    def 'one package of the DSL touches closures'() {
        given:
        def touching = product
            .findAll { it.packageName.startsWith('sst.dsl') }
            .findAll { c -> c.directDependenciesFromSelf.any { it.targetClass.name == 'groovy.lang.Closure' } }

        expect:
        touching*.packageName.unique().size() <= 1
    }

    def 'no package of #module has more than 15 files beside its package-info'() {
        given:
        def files = []
        Repository.ROOT.resolve("$module/src/main/java").toFile().eachFileRecurse {
            if (it.name.endsWith('.java') && it.name != 'package-info.java') {
                files << it.parentFile.path
            }
        }

        expect:
        files.countBy { it }.findAll { folder, count -> count > 15 } == [:]

        where:
        module << MODULES
    }

    def 'no packages of #module depend on each other in a circle'() {
        given:
        def perPackage = new PackagesOf("sst.$module")

        expect:
        violations(SlicesRuleDefinition.slices().assignedFrom(perPackage).should().beFreeOfCycles()
            .allowEmptyShould(true)) == []

        where:
        module << MODULES
    }

    private List<String> violations(ArchRule rule) {
        rule.evaluate(product).failureReport.details.collect { it.readLines().take(4).join('\n') }
    }

    /** One slice for each package, the module's own root package included. */
    private static final class PackagesOf implements SliceAssignment {

        final String root

        PackagesOf(String root) {
            this.root = root
        }

        SliceIdentifier getIdentifierOf(JavaClass type) {
            def inside = type.packageName == root || type.packageName.startsWith(root + '.')
            inside ? SliceIdentifier.of(type.packageName) : SliceIdentifier.ignore()
        }

        String getDescription() {
            "packages of $root"
        }
    }
}
