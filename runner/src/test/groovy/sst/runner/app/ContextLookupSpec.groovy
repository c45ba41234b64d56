package sst.runner.app

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.CloudError
import sst.runner.aws.ZonePort
import sst.runner.fake.FakeAws
import sst.runner.lookup.AccountLookups
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName

/** Apps that need to know something of their account. */
class ContextLookupSpec extends Specification {
    @TempDir
    Path root

    FakeAws aws = new FakeAws()
    List<String> asked = []
    List<String> notes = []

    def setup() {
        aws.zones = zones(new ZonePort.Zone('/hostedzone/Z1', 'acme.com.', false), new ZonePort.Zone('/hostedzone/Z2', 'acme.com.', true))
        config("api 'Api', customDomain: 'api.acme.com'")
    }

    def "a hosted zone is looked up once, and remembered in cdk.context.json"() {
        when:
        def template = build()

        then:
        zoneIds(template) == ['Z1'] as Set
        asked == ['acme.com']
        notes == ['  looked up hosted-zone:stage=dev:domainName=acme.com']
        remembered() == ['hosted-zone:stage=dev:domainName=acme.com': [Id: '/hostedzone/Z1', Name: 'acme.com.']]

        when: 'the assembly is made anew'
        config("api 'Api', customDomain: 'www.acme.com'")

        then:
        zoneIds(build()) == ['Z1'] as Set
        asked == ['acme.com']
    }

    def "what was remembered before stays, and saves asking"() {
        given:
        Files.writeString(root.resolve('cdk.context.json'),
                '{"mine": [1], "hosted-zone:stage=dev:domainName=acme.com": {"Id": "/hostedzone/Z8", "Name": "acme.com."}}')
        config("api 'Api', customDomain: 'api.acme.com'; api 'Other', customDomain: 'api.zone.io'")
        aws.zones = zones(new ZonePort.Zone('/hostedzone/Z3', 'zone.io.', false))

        expect:
        zoneIds(build()) == ['Z8', 'Z3'] as Set
        remembered().mine == [1]
        asked == ['zone.io']
    }

    def "a zone that is not there, or there twice, is told by its name"() {
        given:
        aws.zones = zones(*found)

        when:
        build()

        then:
        def refused = thrown(CloudError)
        refused.diagnostic().summary() == summary
        !Files.exists(root.resolve('cdk.context.json'))

        where:
        found                                                                                                                 | summary
        []                                                                                                                    | "the account has no hosted zone 'acme.com'"
        [new ZonePort.Zone('/hostedzone/Z1', 'acme.com.', false), new ZonePort.Zone('/hostedzone/Z2', 'acme.com.', false)] | "the account has 2 zones for hosted zone 'acme.com'"
    }

    def "the local cloud is not asked"() {
        given:
        config("api 'Api', customDomain: 'api.acme.com'", "cloud 'local'")

        when:
        build()

        then:
        def refused = thrown(CloudError)
        refused.diagnostic().summary() == "the local cloud has no answer to 'hosted-zone:stage=dev:domainName=acme.com'"
        asked.empty
    }

    private ZonePort zones(ZonePort.Zone... found) {
        [named: { String name -> asked << name; found.toList().findAll { it.name() == name + '.' } }, vpcs: { [] }] as ZonePort
    }

    private void config(String inStack, String inApp = '') {
        Files.writeString(root.resolve('sst.config.groovy'), "app { name 'names'; $inApp }\nstack('api') { $inStack }\n")
    }

    private Map build() {
        def listener = [found: { }, note: { notes << it }, warn: { }] as ConfigApp.Listener
        def surroundings = new ConfigApp.Surroundings(root, Path.of(System.getProperty('user.home')), Clock.systemUTC(),
                new PrintWriter(Writer.nullWriter()), listener, new AccountLookups(aws))
        def app = new ConfigApp(new AppSetting(ProjectFolder.at(root), new StageName('dev'),
                new ReadyAssembly.Choices('dev', null, 'us-east-1', null, [:]), surroundings))
        new ObjectMapper().readValue(app.build().folder().resolve('dev-names-api.template.json').toFile(), Map)
    }

    private static Set<String> zoneIds(Map template) {
        template.Resources.values().findAll { it.Type == 'AWS::Route53::RecordSet' }*.get('Properties')*.HostedZoneId as Set
    }

    private Map remembered() {
        new ObjectMapper().readValue(root.resolve('cdk.context.json').toFile(), Map)
    }
}
