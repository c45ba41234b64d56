package sst.local.cfn.custom

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import sst.local.CloudSettings
import sst.local.LocalCloud

/** Custom resources made by functions in real Node and Python processes, that answer as AWS's documentation shows. */
class CustomResourceFunctionSpec extends Specification {
    static final String HTTPS = """
        const https = require('https')
        const url = require('url')
        exports.handler = (event) => new Promise((done, failed) => {
          const size = Number(event.ResourceProperties.Size)
          const body = JSON.stringify({ ...event, ResourceProperties: undefined, PhysicalResourceId: 'thing-' + size,
            Status: size > 9 ? 'FAILED' : 'SUCCESS', Reason: 'too big', Data: { Double: String(size * 2) } })
          const { hostname, path } = url.parse(event.ResponseURL)
          const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) }
          https.request({ hostname, path, method: 'PUT', headers }, (r) => { r.resume(); done() }).on('error', failed).end(body)
        })"""
    static final String CFN_RESPONSE = """
        const response = require('cfn-response')
        exports.handler = (event, context) => {
          const size = Number(event.ResourceProperties.Size)
          response.send(event, context, size > 9 ? 'FAILED' : 'SUCCESS', { Double: String(size * 2) }, 'thing-' + size)
        }"""
    static final String PYTHON = """
import cfnresponse
def handler(event, context):
    size = int(event['ResourceProperties']['Size'])
    cfnresponse.send(event, context, 'FAILED' if size > 9 else 'SUCCESS', {'Double': str(size * 2)}, f'thing-{size}')
"""

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalCloud cloud

    @Shared
    HttpClient client = HttpClient.newHttpClient()

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), Clock.systemUTC())
    }

    def 'a function makes, changes, fails and deletes it, answering by #how'() {
        when:
        ask('CreateStack', stack, template(2, runtime, code))

        then:
        await(stack, 'CREATE_COMPLETE')
        output(stack) == 'thing-2 4'

        when:
        ask('UpdateStack', stack, template(3, runtime, code))

        then:
        await(stack, 'UPDATE_COMPLETE')
        output(stack) == 'thing-3 6'

        when: 'the function says FAILED, once for the change'
        ask('UpdateStack', stack, template(10, runtime, code))

        then:
        await(stack, 'UPDATE_ROLLBACK_COMPLETE')
        output(stack) == 'thing-3 6'

        when:
        ask('DeleteStack', stack, null)

        then:
        new PollingConditions(timeout: 180).eventually {
            assert ask('DescribeStacks', stack, null).contains('does not exist')
        }

        where:
        how            | runtime      | code
        'https'        | 'nodejs20.x' | HTTPS
        'cfn-response' | 'nodejs20.x' | CFN_RESPONSE
        'cfnresponse'  | 'python3.12' | PYTHON
        stack = "made-by-$how".toString()
    }

    private static String template(int size, String runtime, String code) {
        new ObjectMapper().writeValueAsString([
            Resources: [
                Role: [Type: 'AWS::IAM::Role', Properties: [AssumeRolePolicyDocument: [Version: '2012-10-17', Statement: []]]],
                Maker: [Type: 'AWS::Lambda::Function', Properties: [
                    Runtime: runtime, Handler: 'index.handler', Timeout: 60, Code: [ZipFile: code],
                    Role: ['Fn::GetAtt': ['Role', 'Arn']]]],
                Thing: [Type: 'Custom::Thing', Properties: [ServiceToken: ['Fn::GetAtt': ['Maker', 'Arn']], Size: size]],
            ],
            Outputs: [Made: [Value: ['Fn::Join': [' ', [[Ref: 'Thing'], ['Fn::GetAtt': ['Thing', 'Double']]]]]]],
        ])
    }

    private String ask(String action, String stack, String template) {
        def form = [Action: action, Version: '2010-05-15', StackName: stack, 'Capabilities.member.1': 'CAPABILITY_IAM']
        if (template) {
            form.TemplateBody = template
        }
        def text = form.collect { name, value -> "$name=${URLEncoder.encode(value, 'UTF-8')}" }.join('&')
        def request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + '/'))
            .header('Content-Type', 'application/x-www-form-urlencoded')
            .header('Authorization', 'AWS4-HMAC-SHA256 Credential=local/20261121/us-east-1/cloudformation/aws4_request')
            .POST(HttpRequest.BodyPublishers.ofString(text)).build()
        client.send(request, HttpResponse.BodyHandlers.ofString()).body()
    }

    private void await(String stack, String status) {
        new PollingConditions(timeout: 180, delay: 0.1).eventually {
            assert described(stack, 'StackStatus') == status : ask('DescribeStackEvents', stack, null)
        }
    }

    private String output(String stack) {
        described(stack, 'OutputValue')
    }

    private String described(String stack, String element) {
        (ask('DescribeStacks', stack, null) =~ "<$element>([^<]*)</$element>")[0][1]
    }
}
