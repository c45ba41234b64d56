package sst.local.cloudfront

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import spock.lang.Requires
import sst.local.CloudSpec

/** Sites as templates make them, asked for pages the way a browser asks. */
class CloudFrontSpec extends CloudSpec {
    private static final String REWRITE = '''
        function handler(event) {
          var request = event.request;
          if (request.uri === "/old") {
            return { statusCode: 302, statusDescription: "Found", headers: { location: { value: "/new?" + request.querystring.a.value } } };
          }
          if (request.uri.endsWith("/")) { request.uri += "index.html"; }
          else if (!request.uri.includes(".")) { request.uri += ".html"; }
          return request;
        }'''
    private static final String STAMP = '''
        function handler(event) {
          var response = event.response;
          response.headers["x-stamp"] = { value: event.request.uri };
          return response;
        }'''

    private final HttpClient browser = HttpClient.newHttpClient()

    private Map site(Map config = [:], Map behavior = [:]) {
        [
            Bucket: [Type: 'AWS::S3::Bucket', Properties: [BucketName: 'site']],
            Identity: [Type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity', Properties: [
                CloudFrontOriginAccessIdentityConfig: [Comment: 'c']]],
            Rewrite: function('rewrite', REWRITE), Stamp: function('stamp', STAMP),
            Site: [Type: 'AWS::CloudFront::Distribution', Properties: [DistributionConfig: [
                Enabled: true, DefaultRootObject: 'index.html',
                Origins: [[Id: 'o', DomainName: ['Fn::GetAtt': ['Bucket', 'RegionalDomainName']], S3OriginConfig: [
                    OriginAccessIdentity: ['Fn::Join': ['', ['origin-access-identity/cloudfront/', [Ref: 'Identity']]]]]]],
                DefaultCacheBehavior: [TargetOriginId: 'o', ViewerProtocolPolicy: 'redirect-to-https'] + behavior] + config]]
        ]
    }

    private static Map function(String name, String code) {
        [Type: 'AWS::CloudFront::Function', Properties: [Name: name, FunctionCode: code, AutoPublish: true,
            FunctionConfig: [Comment: name, Runtime: 'cloudfront-js-1.0']]]
    }

    private String url

    private void make(Map resources) {
        url = deploy('web', resources, [Url: ['Fn::Join': ['', ['https://', ['Fn::GetAtt': ['Site', 'DomainName']]]]], Id: [Ref: 'Site']]).Url
        assert url ==~ /http:\/\/127\.0\.0\.1:\d+/
    }

    private void put(String key, String body, Map headers = ['Content-Type': 'text/html']) {
        assert send('PUT', "/site/$key", body, headers).statusCode() == 200
    }

    private HttpResponse<String> get(String path, String method = 'GET') {
        browser.send(HttpRequest.newBuilder(URI.create(url + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString())
    }

    def 'the root object, types, cache headers, ranges of behaviours and the pages instead of errors'() {
        given:
        make(site([CustomErrorResponses: [
            [ErrorCode: 403, ResponseCode: 200, ResponsePagePath: '/index.html'], [ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/index.html']]]))
        put('index.html', '<h1>Home</h1>', ['Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache'])
        put('assets/app.js', 'alert(1)', ['Content-Type': 'application/javascript', 'Cache-Control': 'max-age=31536000,public,immutable'])

        expect:
        with(get('/')) {
            statusCode() == 200
            body() == '<h1>Home</h1>'
            headers().firstValue('content-type').get() == 'text/html; charset=utf-8'
            headers().firstValue('cache-control').get() == 'no-cache'
        }
        get('/assets/app.js').headers().firstValue('cache-control').get() == 'max-age=31536000,public,immutable'
        get('/any/route').body() == '<h1>Home</h1>'
        get('/any/route').statusCode() == 200
        get('/', 'HEAD').body() == ''
        get('/', 'POST').statusCode() == 403
    }

    def 'functions at the door change requests and responses, and answer themselves'() {
        given:
        make(site([CustomErrorResponses: [[ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/error.html']]], [FunctionAssociations: [
            [EventType: 'viewer-request', FunctionARN: ['Fn::GetAtt': ['Rewrite', 'FunctionARN']]],
            [EventType: 'viewer-response', FunctionARN: ['Fn::GetAtt': ['Stamp', 'FunctionARN']]]]]))
        put('about.html', 'about')
        put('docs/index.html', 'docs')
        put('error.html', 'not here')

        expect:
        get('/about').body() == 'about'
        get('/about').headers().firstValue('x-stamp').get() == '/about.html'
        get('/docs/').body() == 'docs'
        with(get('/old?a=1')) {
            statusCode() == 302
            headers().firstValue('location').get() == '/new?1'
        }
        with(get('/nothing')) {
            statusCode() == 404
            body() == 'not here'
        }
    }

    def 'a site keeps its address over a restart, shows changes at once, and is gone with its stack'() {
        given:
        make(site())
        put('index.html', 'one')
        put('v2/index.html', 'two')

        when:
        restart()

        then:
        get('/').body() == 'one'
        get('/none').statusCode() == 403

        when:
        def before = url
        make(site([DefaultRootObject: 'v2/index.html']))

        then:
        url == before
        get('/').body() == 'two'

        when:
        send('DELETE', '/site/index.html', '')
        send('DELETE', '/site/v2/index.html', '')
        undeploy('web')
        get('/')

        then:
        thrown(ConnectException)
    }

    def 'what is not done here is refused by name'() {
        expect:
        deploy('web', site([:], [LambdaFunctionAssociations: [[EventType: 'viewer-request', LambdaFunctionARN: 'a']]])).failed
                .contains('sst local does not support Lambda@Edge of CloudFront')
        deploy('web2', site([OriginGroups: [Items: [[Id: 'g']]]])).failed.contains('origin groups of CloudFront')
    }

    @Requires({ hasCli() })
    def 'the AWS CLI invalidates'() {
        given:
        make(site())
        def id = aws('cloudfront', 'list-distributions').DistributionList.Items[0].Id as String

        when:
        def made = aws('cloudfront', 'create-invalidation', '--distribution-id', id, '--paths', '/*').Invalidation

        then:
        made.Status == 'Completed'
        made.InvalidationBatch.Paths.Items == ['/*']
        aws('cloudfront', 'get-invalidation', '--distribution-id', id, '--id', made.Id as String).Invalidation.Id == made.Id
        aws('cloudfront', 'get-distribution', '--id', 'E0').contains('NoSuchDistribution')
        aws('cloudfront', 'list-key-groups').contains('sst local does not support cloudfront')
    }
}
