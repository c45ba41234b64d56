package sst.constructs.parity

import java.security.MessageDigest

import com.fasterxml.jackson.databind.ObjectMapper

/**
 * Tests in which SST v2 stubbed what looks into an account. A stub that makes an object is that object; a hosted zone
 * that a construct looks up is checked by its name and stands, as the stub's does, as a resource of the template.
 */
class MockedLookups {
    private static final String ZONE = 'aws-cdk-lib.aws_route53.HostedZone'
    private static final String UNKNOWN = 'DUMMY'

    private final List<Map> zones = []

    /** Whether stubs of the CDK are all that data cannot replay of the test. */
    static boolean areAll(Map test) {
        test.level == 'opaque' && test.opaque.every { it.startsWith('mock ') }
    }

    /** The test without its stubs; it may be prepared once. */
    Map prepare(Map test) {
        test + [level: 'lookup', program: unfolded(test.program)]
    }

    private List<Map> unfolded(List<Map> program) {
        program.findAll { it.op != 'mock' }.collectMany { op ->
            if (op.op in ['throws', 'noThrow']) {
                return [op + ['do': unfolded(op['do'])]]
            }
            if (op.op == 'cdk' && op.inner) {
                return op.inner
            }
            note(op.inner ?: [])
            [op.findAll { it.key != 'inner' }]
        }
    }

    private void note(List<Map> inner) {
        Map<String, String> paths = inner.findAll { it.op == 'given' }.collectEntries { [it.as, it.path] }
        inner.findAll { it.op == 'cdk' && it['class'] == ZONE }.each {
            zones << [name: it.args[2].zoneName, path: "${paths[it.args[0].'$ref']}/${it.args[1]}".toString()]
        }
    }

    /** Checks which zones were looked up, and puts the stub's resource where the looked-up zone is named. */
    Map<String, Map> applied(Map manifest, Map<String, Map> templates) {
        Set<String> wanted = zones*.name as Set
        Set<String> asked = (manifest.missing ?: []).findAll { it.provider == 'hosted-zone' }*.props*.domainName as Set
        if (zones && !wanted.containsAll(asked)) {
            throw new AssertionError((Object) "looked up $asked, wanted $wanted")
        }
        if (zones.empty || asked.empty) {
            return templates
        }
        Map zone = zones[0]
        String id = logicalId(zone.path.tokenize('/').drop(1))
        templates.collectEntries { stack, template ->
            [stack, stack == zone.path.tokenize('/')[0] ? withZone(template, id, zone.name) : template]
        }
    }

    private static Map withZone(Map template, String id, String name) {
        String text = new ObjectMapper().writeValueAsString(template).replace("\"$UNKNOWN\"", "{\"Ref\":\"$id\"}")
        Map made = new ObjectMapper().readValue(text, Map)
        made.Resources[id] = [Type: 'AWS::Route53::HostedZone', Properties: [Name: "${name}.".toString()]]
        made
    }

    /** The CDK's rule: the path's names, and a hash of them. */
    private static String logicalId(List<String> path) {
        byte[] hash = MessageDigest.getInstance('MD5').digest((path + 'Resource').join('/').getBytes('UTF-8'))
        path*.replaceAll(/[^A-Za-z0-9]/, '').join('') + HexFormat.of().withUpperCase().formatHex(hash).take(8)
    }
}
