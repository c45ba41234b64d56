package sst.local.lambda

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import sst.local.lambda.worker.Limits

class LifecycleSpec extends Specification {
    static final String COUNTER = 'let n = 0; export const handler = async () => ++n'

    @TempDir
    Path folder

    private final PollingConditions soon = new PollingConditions(timeout: 120)

    static class MovingClock extends Clock {
        volatile Instant now = Instant.parse('2026-01-01T00:00:00Z')
        java.time.ZoneId getZone() { ZoneOffset.UTC }
        Clock withZone(java.time.ZoneId zone) { this }
        Instant instant() { now }
    }

    def 'a warm worker serves call after call until code or configuration change'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('count', COUNTER)

        expect:
        bench.invoke('count').body() == '1'
        bench.invoke('count').body() == '2'

        when:
        def before = LambdaBench.json(bench.call('GET', '/2015-03-31/functions/count/configuration'))
        bench.call('PUT', '/2015-03-31/functions/count/configuration', '{"Environment":{"Variables":{"A":"1"}}}')

        then:
        bench.invoke('count').body() == '1'
        LambdaBench.json(bench.call('GET', '/2015-03-31/functions/count/configuration')).RevisionId != before.RevisionId

        when:
        def zip = LambdaBench.zip(['index.mjs': 'export const handler = async () => "new"']).encodeBase64()
        def updated = LambdaBench.json(bench.call('PUT', '/2015-03-31/functions/count/code', "{\"ZipFile\":\"$zip\"}"))

        then:
        updated.CodeSha256 != before.CodeSha256
        updated.LastUpdateStatus == 'Successful'
        bench.invoke('count').body() == '"new"'

        cleanup:
        bench.close()
    }

    def 'functions come back after a restart and leave no process behind'() {
        given:
        def first = new LambdaBench(folder)
        first.node('pid', 'export const handler = async () => process.pid')
        long pid = first.invoke('pid').body() as long

        expect:
        LambdaBench.runs(pid)

        when:
        first.close()

        then:
        soon.eventually { assert !LambdaBench.runs(pid) }

        when:
        def second = new LambdaBench(folder)

        then:
        second.invoke('pid').body() != pid.toString()
        LambdaBench.json(second.call('GET', '/2015-03-31/functions')).Functions*.FunctionName == ['pid']

        cleanup:
        second.close()
    }

    def 'code comes from a bucket, and its zip can be downloaded again'() {
        given:
        def bench = new LambdaBench(folder.resolve('state'))
        def file = Files.write(folder.resolve('code.zip'), LambdaBench.zip(['index.mjs': COUNTER]))
        bench.objects['assets/a.zip'] = file
        bench.create('fromS3', [:], [Code: [S3Bucket: 'assets', S3Key: 'a.zip']])

        expect:
        bench.invoke('fromS3').body() == '1'
        def got = LambdaBench.json(bench.call('GET', '/2015-03-31/functions/fromS3'))
        new URL(got.Code.Location).bytes == Files.readAllBytes(file)
        got.Configuration.CodeSize == Files.size(file)

        and:
        def refused = bench.create('gone', [:], [Code: [S3Bucket: 'assets', S3Key: 'b.zip']])
        refused.message.contains('The specified key does not exist')

        cleanup:
        bench.close()
    }

    def 'a zip that leaves its folder or is none is refused'() {
        given:
        def bench = new LambdaBench(folder)

        expect:
        bench.create('slip', ['../out.js': 'x']).message ==~ /(?i).*(zip).*/
        bench.create('junk', [:], [Code: [ZipFile: 'aGVsbG8=']]).message == 'Could not unzip uploaded file. Please check your file, then try to upload again.'
        Files.walk(folder).noneMatch { it.fileName.toString() == 'out.js' }

        cleanup:
        bench.close()
    }

    def 'what is not supported is refused by name: #more'() {
        given:
        def bench = new LambdaBench(folder)

        expect:
        bench.create('f', ['index.js': ''], more).message.contains(named)

        cleanup:
        bench.close()

        where:
        more                                                        || named
        [Runtime: 'dotnet8']                                        || 'Runtime dotnet8 is not supported by the local cloud'
        [Runtime: 'ruby3.3']                                        || 'Runtime ruby3.3'
        [Layers: ['arn:aws:lambda:us-east-1:1:layer:x:1']]          || 'Layer version arn:aws:lambda:us-east-1:1:layer:x:1 does not exist.'
        [PackageType: 'Image']                                      || 'PackageType Image'
        [Environment: [Variables: [AWS_REGION: 'x']]]               || 'AWS_REGION'
        [DeadLetterConfig: [TargetArn: 'arn:aws:s3:::b']]          || 'dead letter target'
        [Timeout: 901]                                              || "Value '901' at 'Timeout'"
    }

    def 'an operation that is not there is refused by name'() {
        given:
        def bench = new LambdaBench(folder)

        when:
        def response = bench.call('POST', '/2015-03-31/event-source-mappings/', '{}')

        then:
        response.statusCode() == 501
        LambdaBench.json(response).message.contains('POST /2015-03-31/event-source-mappings/')

        cleanup:
        bench.close()
    }

    def 'versions keep their code and aliases point at them'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('v', 'export const handler = async (event, context) => context.functionVersion + " one"')
        def version = LambdaBench.json(bench.call('POST', '/2015-03-31/functions/v/versions', '{}'))
        bench.call('POST', '/2015-03-31/functions/v/aliases', '{"Name":"live","FunctionVersion":"1"}')
        def zip = LambdaBench.zip(['index.mjs': 'export const handler = async (event, context) => context.functionVersion + " two"']).encodeBase64()
        bench.call('PUT', '/2015-03-31/functions/v/code', "{\"ZipFile\":\"$zip\"}")

        expect:
        version.FunctionArn.endsWith(':function:v:1')
        bench.invoke('v').body() == '"$LATEST two"'
        bench.invoke('v:live').body() == '"1 one"'
        bench.call('POST', '/2015-03-31/functions/v/invocations?Qualifier=1', '{}').body() == '"1 one"'
        LambdaBench.json(bench.call('GET', '/2015-03-31/functions/v/versions')).Versions*.Version == ['$LATEST', '1']

        cleanup:
        bench.close()
    }

    def 'a version that an alias names is not deleted until the alias is gone'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('v', 'export const handler = async () => 1')
        bench.call('POST', '/2015-03-31/functions/v/versions', '{}')
        bench.call('POST', '/2015-03-31/functions/v/aliases', '{"Name":"live","FunctionVersion":"1"}')

        when:
        def refused = bench.call('DELETE', '/2015-03-31/functions/v?Qualifier=1')

        then:
        refused.statusCode() == 409
        LambdaBench.json(refused).message == 'Unable to delete version because the following aliases reference it: [live]'

        when:
        bench.call('DELETE', '/2015-03-31/functions/v/aliases/live')
        bench.call('DELETE', '/2015-03-31/functions/v?Qualifier=1')

        then:
        LambdaBench.json(bench.call('GET', '/2015-03-31/functions/v/versions')).Versions*.Version == ['$LATEST']

        cleanup:
        bench.close()
    }

    def 'a function URL answers with what the function gives'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('site', 'export const handler = async (event) => ({ statusCode: 203, body: event.rawPath + event.requestContext.http.method })')
        def url = LambdaBench.json(bench.call('POST', '/2021-10-31/functions/site/url', '{"AuthType":"NONE"}')).FunctionUrl

        when:
        HttpURLConnection got = new URL(url + 'a%20b').openConnection() as HttpURLConnection

        then:
        got.responseCode == 203
        got.inputStream.text == '/a bGET'

        when:
        bench.call('DELETE', '/2021-10-31/functions/site/url')

        then:
        (new URL(url).openConnection() as HttpURLConnection).responseCode == 404

        cleanup:
        bench.close()
    }

    def 'a worker ends with its cloud, even while its handler blocks'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('blocked', 'import fs from "node:fs"; export const handler = async (event) => { fs.writeFileSync(event.file, String(process.pid)); for (;;); }', [Timeout: 60])
        def file = folder.resolve('pid')
        def caller = Thread.start { bench.invoke('blocked', [file: file.toString()]) }
        soon.eventually { assert Files.exists(file) && Files.readString(file) }
        long pid = Files.readString(file) as long

        when:
        bench.lambda.close()

        then:
        soon.eventually { assert !LambdaBench.runs(pid) }

        cleanup:
        caller.join(60_000)
        bench.close()
    }

    def 'permissions are recorded in a policy'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('p', COUNTER)

        when:
        def added = bench.call('POST', '/2015-03-31/functions/p/policy', '{"StatementId":"s","Action":"lambda:InvokeFunction","Principal":"apigateway.amazonaws.com","SourceArn":"arn:x"}')
        def policy = LambdaBench.JSON.readValue(LambdaBench.json(bench.call('GET', '/2015-03-31/functions/p/policy')).Policy, Object)

        then:
        added.statusCode() == 201
        policy.Statement[0].Principal == [Service: 'apigateway.amazonaws.com']
        policy.Statement[0].Condition == [ArnLike: ['AWS:SourceArn': 'arn:x']]
        bench.call('DELETE', '/2015-03-31/functions/p/policy/s').statusCode() == 204
        bench.call('GET', '/2015-03-31/functions/p/policy').statusCode() == 404

        cleanup:
        bench.close()
    }

    def 'an asynchronous call that fails is tried again after one minute and after two more'() {
        given:
        def clock = new MovingClock()
        def bench = new LambdaBench(folder, clock)
        bench.node('later', 'export const handler = async () => { console.log("tried"); throw new Error("no") }')
        def tries = { bench.logs.count { it.text.contains('\ttried') } }
        def waitsAfter = { int attempts ->
            soon.eventually { assert bench.store.json('lambda.async').values()*.path('attempt')*.asInt() == [attempts] }
            true
        }

        when:
        def accepted = bench.invoke('later', [:], ['X-Amz-Invocation-Type': 'Event'])

        then:
        accepted.statusCode() == 202
        waitsAfter(1)
        tries() == 1

        when:
        clock.now += Duration.ofSeconds(61)

        then:
        waitsAfter(2)
        tries() == 2

        when:
        clock.now += Duration.ofSeconds(121)

        then:
        soon.eventually { assert bench.store.json('lambda.async').isEmpty() }
        tries() == 3

        cleanup:
        bench.close()
    }

    def 'workers that nobody needs are ended'() {
        given:
        def bench = new LambdaBench(folder, Clock.systemUTC(), new Limits(4, 2, Duration.ofMinutes(2), Duration.ofMillis(50), Duration.ofSeconds(60)))
        bench.node('idle', 'export const handler = async () => process.pid')

        when:
        long pid = bench.invoke('idle').body() as long

        then:
        soon.eventually { assert !LambdaBench.runs(pid) }

        cleanup:
        bench.close()
    }

    def 'a dry run checks and runs nothing, and what is not JSON or not there is refused'() {
        given:
        def bench = new LambdaBench(folder)
        bench.node('dry', COUNTER)

        expect:
        bench.invoke('dry', [:], ['X-Amz-Invocation-Type': 'DryRun']).statusCode() == 204
        bench.logs.isEmpty()
        bench.invoke('gone').statusCode() == 404
        LambdaBench.json(bench.invoke('gone')).message == 'Function not found: arn:aws:lambda:us-east-1:000000000000:function:gone'
        bench.call('POST', '/2015-03-31/functions/dry/invocations', '{"a":').headers().firstValue('x-amzn-ErrorType').get() == 'InvalidRequestContentException'

        cleanup:
        bench.close()
    }
}
