package sst.constructs.function

import java.util.function.Function

import software.amazon.awscdk.services.ec2.SecurityGroup
import software.amazon.awscdk.services.ec2.Vpc
import software.amazon.awscdk.services.lambda.Code as LambdaCode
import software.amazon.awscdk.services.lambda.LayerVersion
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class FunctionOptionsSpec extends SynthSpecification {
    static final HANDLER = 'src/list.main'

    private static List<Map> functions(Map template) {
        ofType(template, 'AWS::Lambda::Function')*.get('Properties')
    }

    private static Function closure(Closure<?> action) {
        action as Function
    }

    def "a container's image is built from its folder when the app is deployed"() {
        given:
        handler('image/Dockerfile', 'FROM scratch')
        stack('api') {
            it.function('F', [handler: 'image', runtime: 'container', architecture: 'arm_64',
                              container: [cmd: ['a.b'], buildArgs: [X: '1'], cacheFrom: [[type: 'inline']]]])
        }

        when:
        def assembly = run().assembly()
        def function = functions(json(assembly.resolve('dev-notes-api.template.json')))[0]
        def image = json(assembly.resolve('dev-notes-api.assets.json')).dockerImages.values()[0].source

        then:
        function.PackageType == 'Image'
        function.Code.ImageUri
        function.ImageConfig.Command == ['a.b']
        !function.containsKey('Handler')
        image.dockerBuildArgs == [X: '1']
        image.platform == 'linux/arm64'
        image.cacheFrom == [[type: 'inline']]
    }

    def "an image is looked at again when a file of its folder has changed"() {
        given:
        handler('image/Dockerfile', 'FROM scratch')
        stack('api') { it.function('F', [handler: 'image', runtime: 'container']) }
        def model = config.build('source')

        when:
        def reused = [run(model), run(model)]*.isReused()
        handler('image/more.txt', 'x')

        then:
        reused == [false, true]
        !run(model).isReused()
    }

    def "what an image needs and is not there is refused"() {
        given:
        handler('image/Dockerfile', 'FROM scratch')
        stack('api') { it.function('F', [handler: folder, runtime: 'container', container: container]) }

        when:
        run()

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].code() == Code.MISSING_FILE
        refused.diagnostics()[0].summary() == summary

        where:
        folder  | container           | summary
        'other' | [:]                 | "no folder for the container of 'api/F'"
        'image' | [file: 'Dev.file']  | "no such file: 'Dev.file' of container 'api/F'"
    }

    def "a function may run inside a network, in groups of its own"() {
        given:
        stack('api') {
            def net = it.cdk(closure { scope -> new Vpc(scope, 'Net') })
            def group = it.cdk(closure { scope -> SecurityGroup.fromSecurityGroupId(scope, 'Group', 'sg-1') })
            it.function('F', [handler: HANDLER, vpc: net, vpcSubnets: [subnetType: 'PRIVATE_WITH_EGRESS'], securityGroups: [group], reservedConcurrentExecutions: 2])
        }

        when:
        def function = functions(template('api')).find { it.VpcConfig }

        then:
        function.VpcConfig.SecurityGroupIds == ['sg-1']
        function.VpcConfig.SubnetIds.every { it.Ref.contains('Private') }
        function.ReservedConcurrentExecutions == 2
    }

    def "groups without a network are refused"() {
        given:
        stack('api') {
            it.function('F', [handler: HANDLER, securityGroups: closure { scope -> SecurityGroup.fromSecurityGroupId(scope, 'Group', 'sg-1') }])
        }

        when:
        run()

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].code() == Code.CONFLICT
        refused.diagnostics()[0].summary() == "'securityGroups' of function 'F' need 'vpc'"
    }

    def "a layer of another stack is found through a parameter, so that it may change"() {
        given:
        handler('layer/a.txt', 'a')
        def layer = null
        stack('shared') {
            layer = it.cdk(closure { scope -> LayerVersion.Builder.create(scope, 'Tools').code(LambdaCode.fromAsset(project.resolve('layer').toString())).build() })
            it.function('Here', [handler: HANDLER, layers: layer])
        }
        stack('api') { stack -> ['A', 'B'].each { stack.function(it, [handler: HANDLER, layers: [layer, 'arn:aws:lambda:x']]) } }

        when:
        def assembly = run().assembly()
        def shared = json(assembly.resolve('dev-notes-shared.template.json'))
        def api = json(assembly.resolve('dev-notes-api.template.json'))

        then:
        functions(shared)[0].Layers[0].Ref.startsWith('Tools')
        ofType(shared, 'AWS::SSM::Parameter')*.get('Properties')*.Value*.Ref == functions(shared)[0].Layers*.Ref
        functions(api)*.Layers.every { it[0].Ref.startsWith('SsmParameterValue') && it[1] == 'arn:aws:lambda:x' }
        json(assembly.resolve('manifest.json')).artifacts['dev-notes-api'].dependencies.contains('dev-notes-shared')
    }
}
