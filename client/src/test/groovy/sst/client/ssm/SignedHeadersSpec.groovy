package sst.client.ssm

import java.time.Instant
import spock.lang.Specification

class SignedHeadersSpec extends Specification {

    static final HEADERS = ['Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.GetParameters']
    static final BODY = '{"Names":["/sst/notes/dev/Secret/KEY/value"],"WithDecryption":true}'

    // The expected values were made with botocore for the same request and time.
    def 'signs as the AWS SDKs do, #what'() {
        given:
        def credentials = new Credentials('AKIDEXAMPLE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', token)
        def signer = new SignedHeaders(credentials, 'eu-west-1', Instant.parse('2026-03-04T05:06:07Z'))

        when:
        def sent = signer.sign(URI.create('http://127.0.0.1:4566/'), HEADERS, BODY.bytes)

        then:
        sent['X-Amz-Date'] == '20260304T050607Z'
        sent.Authorization == 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260304/eu-west-1/ssm/aws4_request, ' +
            "SignedHeaders=$names, Signature=$signature"

        where:
        what                    | token              || names                                                             | signature
        'with long-lived keys'  | ''                 || 'content-type;host;x-amz-date;x-amz-target'                       | '377e46c9f9d32b9a0e4f424d6b08726cfc47077e093af427628073ce60b857d8'
        'with a session token'  | 'session/token+='  || 'content-type;host;x-amz-date;x-amz-security-token;x-amz-target'  | '0d39f97e3d5fecdf631d30da25799e3ff766de347a5fc2b1200bc5d5a566e037'
    }

    def 'credentials never show their secret'() {
        expect:
        !new Credentials('AKID', 'hidden', 'token').toString().contains('hidden')
    }
}
