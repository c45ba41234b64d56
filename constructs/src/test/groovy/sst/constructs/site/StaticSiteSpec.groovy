package sst.constructs.site

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.util.zip.ZipFile
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.UserError

class StaticSiteSpec extends SynthSpecification {
    def setup() {
        handler('web/index.html', '<h1>{{ API }}</h1>')
        handler('web/app.js', 'go()')
    }

    private static Map distribution(Map template) {
        ofType(template, 'AWS::CloudFront::Distribution')[0].get('Properties').DistributionConfig
    }

    private static Map uploader(Map template) {
        ofType(template, 'Custom::S3Uploader')[0].get('Properties')
    }

    def "a bucket, CloudFront before it, and what uploads the files"() {
        given:
        stack('web') {
            def table = it.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']])
            it.staticSite('Site', [path: 'web', environment: [API: table.tableName, PLAIN: 'plain'],
                replaceValues: [[files: '*.txt', search: 'A', replace: 'B']]])
        }

        when:
        def template = template('web')

        then: 'the bucket is closed'
        ofType(template, 'AWS::S3::Bucket')[0].get('Properties').PublicAccessBlockConfiguration.BlockPublicAcls

        and: 'pages that do not exist are the index page, as in SST v2'
        with(distribution(template)) {
            DefaultRootObject == 'index.html'
            CustomErrorResponses == [403, 404].collect { [ErrorCode: it, ResponseCode: 200, ResponsePagePath: '/index.html'] }
            DefaultCacheBehavior.ViewerProtocolPolicy == 'redirect-to-https'
            DefaultCacheBehavior.FunctionAssociations*.EventType == ['viewer-request']
        }

        and: 'values that only the cloud knows replace their placeholders'
        uploader(template).replaceValues*.search == ['A', '{{ API }}', '{{ API }}']
        uploader(template).replaceValues*.files == ['*.txt', '**/*.html', '**/*.js']
        ofType(template, 'Custom::CloudFrontInvalidator')[0].get('Properties').paths == ['/*']
        ofType(template, 'Custom::CloudFrontInvalidator')[0].DependsOn.any { it.startsWith('SiteS3Uploader') }

        and: 'the site lies beside its uploader'
        def zips = []
        project.resolve('.sst').toFile().eachFileRecurse { if (it.name.endsWith('.zip')) zips << it }
        zips.any { zip -> new ZipFile(zip).withCloseable { it.entries()*.name.containsAll(['index.mjs', 'site/index.html', 'site/app.js']) } }
    }

    def "the build command runs with the variables, and what it writes is uploaded"() {
        given:
        stack('web') {
            it.staticSite('Site', [path: 'web', buildOutput: 'dist', errorPage: '404.html', waitForInvalidation: true, purgeFiles: false,
                buildCommand: 'mkdir -p dist && echo "$NAME" > dist/index.html', environment: [NAME: 'plain'],
                assets: [textEncoding: 'none', fileOptions: [[files: '*.png', cacheControl: 'max-age=1']]]])
        }

        when:
        def template = template('web')

        then:
        Files.readString(project.resolve('web/dist/index.html')) == 'plain\n'
        distribution(template).CustomErrorResponses*.ResponsePagePath == ['/404.html', '/404.html']
        distribution(template).CustomErrorResponses*.ResponseCode == [403, 404]
        with(new ObjectMapper().readValue(uploader(template).settings as String, Map)) {
            !purge
            textEncoding == 'none'
            fileOptions.last() == [files: ['*.png'], ignore: [], cacheControl: 'max-age=1']
        }
    }

    def "a site that cannot be built is told at its line: #message"() {
        given:
        stack('web') { it.staticSite('Site', props) }

        when:
        run()

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == message
        error.diagnostics()[0].at().file() == 'StaticSiteSpec.groovy'

        where:
        props                                          || message
        [path: 'nowhere']                              || "the folder 'nowhere' of the site does not exist"
        [path: 'web', buildOutput: 'dist']             || "the site has no page 'index.html'"
        [path: 'web', buildCommand: 'echo no; exit 3'] || 'buildCommand of the site failed: echo no; exit 3'
    }

    def "props of the CDK are laid over ours, and clash where ours have a name"() {
        given:
        stack('web') { it.staticSite('Site', [path: 'web', cdk: [distribution: [comment: 'Mine'], bucket: [bucketName: 'mine']]]) }

        expect:
        with(template('web')) {
            distribution(it).Comment == 'Mine'
            ofType(it, 'AWS::S3::Bucket')[0].get('Properties').BucketName == 'mine'
        }
    }
}
