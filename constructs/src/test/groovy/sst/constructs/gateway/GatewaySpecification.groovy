package sst.constructs.gateway

import java.util.function.Function

import software.amazon.awscdk.services.certificatemanager.Certificate
import software.amazon.awscdk.services.route53.HostedZone
import software.amazon.awscdk.services.route53.HostedZoneAttributes
import sst.constructs.synth.SynthOptions
import sst.constructs.synth.SynthSpecification

/** Apps with APIs, in an account whose hosted zones the CDK remembers. */
abstract class GatewaySpecification extends SynthSpecification {
    static final String HANDLER = 'src/list.main'
    static final String ACCOUNT = '123456789012'
    static final String CERTIFICATE_ARN = 'arn:aws:acm:us-east-1:123456789012:certificate/1'
    static final Function CERTIFICATE = { Certificate.fromCertificateArn(it, 'Cert', CERTIFICATE_ARN) }
    static final Function ZONE = {
        HostedZone.fromHostedZoneAttributes(it, 'Zone', HostedZoneAttributes.builder().hostedZoneId('Z2').zoneName('acme.com').build())
    }

    @Override
    SynthOptions options(String account = ACCOUNT) {
        def zones = ['acme.com', 'zone.io'].collectEntries {
            ["hosted-zone:account=$ACCOUNT:domainName=$it:region=us-east-1".toString(), [Id: '/hostedzone/Z1', Name: it + '.']]
        }
        new SynthOptions(project.resolve('.sst/assembly/dev'), 'us-east-1', account ?: ACCOUNT, zones)
    }

    static Map only(Map template, String type) {
        def found = ofType(template, type)
        assert found.size() == 1
        found[0].get('Properties')
    }
}
