package sst.constructs.parity

/** Compares whole templates by their sets of logical id and type, which decide whether an app moves over in place. */
class LogicalIds {
    /** What we leave out, or add, by decision. */
    private static final Map<String, Closure<Boolean>> EXPECTED = [
            "SST's function for custom resources": { String id, String type -> id.startsWith('CustomResourceHandler') },
            'SSM parameters'                     : { String id, String type -> type == 'AWS::SSM::Parameter' },
            "policy of the CDK's notification handler, named anew": { String id, String type -> id.startsWith('BucketNotificationsHandler') && type == 'AWS::IAM::Policy' },
            'role for logs of WebSocket APIs'    : { String id, String type ->
                type in ['Custom::APIGatewayCloudWatchRole', 'AWS::ApiGateway::Account'] || id.contains('APIGatewayCloudWatchRole') || id.startsWith('ApiGatewayLogRole')
            },
            'migrations of rds'                  : { String id, String type ->
                id.contains('MigrationHandler') || id.contains('MigrationRe') || type == 'Custom::RdsMigrations'
            },
            // Their ids hash what is deployed, with the tags that an app gets at its end; the tests end before that.
            'hash of REST deployments'           : { String id, String type -> type == 'AWS::ApiGateway::Deployment' },
            'second permission of function URLs' : { String id, String type -> id.contains('invokefunction') && type == 'AWS::Lambda::Permission' },
    ]

    private final List<String> differences = []
    private final Map<String, Integer> expected = new LinkedHashMap<>()
    private int templates
    private int same

    void compare(String test, Map<String, Map> theirs, Map<String, Map> ours) {
        theirs.each { stack, template ->
            templates++
            Map<String, String> wanted = types(template)
            Map<String, String> got = types(ours[stack] ?: [:])
            same += wanted.count { id, type -> got[id] == type }
            note(test, 'missing', wanted.findAll { id, type -> got[id] != type })
            note(test, 'added', got.findAll { id, type -> wanted[id] != type })
        }
    }

    private static Map<String, String> types(Map template) {
        (template.Resources ?: [:]).collectEntries { id, resource -> [id, resource.Type] }
    }

    private void note(String test, String what, Map<String, String> resources) {
        resources.each { id, type ->
            String decision = EXPECTED.find { it.value(id, type) }?.key
            if (decision == null) {
                differences << "$what in $test: $id $type".toString()
            } else {
                expected[decision] = (expected[decision] ?: 0) + 1
            }
        }
    }

    List<String> differences() {
        differences
    }

    String summary() {
        "logical ids: $templates templates, $same resources the same, ${differences.count { it.startsWith('missing') }} missing, " +
                "${differences.count { it.startsWith('added') }} added; by decision: ${expected.collect { "$it.key $it.value" }.join(', ') ?: 'none'}"
    }
}
