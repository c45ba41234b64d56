package sst.runner.deploy

import java.nio.file.Files
import java.nio.file.Path
import sst.model.diagnostic.CloudError
import sst.model.diagnostic.UserError
import sst.runner.aws.ImagePort
import sst.runner.deploy.event.DeployEvent
import sst.runner.fake.AssemblyOnDisk
import sst.runner.fake.EngineSpecification
import sst.runner.fake.Json

/** Container images, by a docker client that writes down how it was called. */
class ImageSpec extends EngineSpecification {
    static final REGISTRY = '111122223333.dkr.ecr.eu-west-1.amazonaws.com'

    List<String> pushed = []

    def setup() {
        aws.images = new ImagePort() {
            boolean has(String repository, String tag) { "$repository:$tag".toString() in pushed }
            ImagePort.Login login() { new ImagePort.Login(REGISTRY, 'AWS', 'the-password') }
        }
    }

    /** A program named docker that notes its words, its folder and its input, and ends with the given code. */
    void docker(String fails = 'nothing') {
        Path bin = Files.createDirectories(folder.resolve('bin'))
        Path program = bin.resolve('docker')
        Files.writeString(program, """#!/bin/sh
            {
              printf '%s' "\$(basename "\$PWD")>"
              for word in "\$@"; do printf ' %s' "\$word"; done
              case "\$1" in login) printf ' < %s' "\$(cat)";; esac
              echo
            } >> '${folder}/docker.log'
            if [ "\$1" = $fails ]; then echo 'no space left on device'; exit 3; fi
            """.stripIndent())
        program.toFile().setExecutable(true)
        env = [PATH: "$bin:${System.getenv('PATH')}".toString()]
    }

    List<String> calls() {
        Path log = folder.resolve('docker.log')
        Files.exists(log) ? Files.readAllLines(log) : []
    }

    AssemblyOnDisk app(Map source = [:], String... ids) {
        def assembly = assembly().stack('api', [Fn: fn()])
        def file = assembly.root.resolve('dev-notes-api.assets.json')
        def json = Json.map(Files.readString(file))
        json.dockerImages = ids.collectEntries { id ->
            Files.createDirectories(assembly.root.resolve("asset.$id"))
            [id, [displayName: "api/Image $id".toString(), source: [directory: "asset.$id".toString()] + source,
                  destinations: [here: [repositoryName: 'assets-${AWS::AccountId}', imageTag: id]]]]
        }
        Files.writeString(file, Json.text(json))
        assembly
    }

    def "an image is built, logged in for and pushed in the words of the CDK, its password only through the pipe"() {
        given:
        docker()

        when:
        def result = deploy(app(dockerFile: 'Prod.dockerfile', dockerBuildArgs: [A: '1'], dockerBuildTarget: 'run', platform: 'linux/arm64', networkMode: 'host', 'abc'))

        then:
        result.good
        calls() == [
            'asset.abc> build --tag cdkasset-abc --build-arg A=1 --target run --network host --platform linux/arm64 --file Prod.dockerfile .',
            calls()[1].replaceFirst('>.*', '>') + " login --username AWS --password-stdin https://$REGISTRY < the-password",
            calls()[2].replaceFirst('>.*', '>') + " tag cdkasset-abc $REGISTRY/assets-111122223333:abc",
            calls()[3].replaceFirst('>.*', '>') + " push $REGISTRY/assets-111122223333:abc",
        ]*.toString()
        events.any { it instanceof DeployEvent.AssetPublished && it.name() == 'api/Image abc' }
    }

    def "one login serves a registry, and an image that is there is not built"() {
        given:
        docker()
        pushed << 'assets-111122223333:old'

        expect:
        deploy(app('old', 'one', 'two')).good
        calls().count { it.contains('> login') } == 1
        calls().findAll { it.contains('> build') }*.replaceAll('.*cdkasset-', '') == ['one .', 'two .']
    }

    def "a docker that fails at #step ends the deploy before any stack is touched, with its words"() {
        given:
        docker(step)

        when:
        deploy(app('abc'))

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary() == "docker $step ended with exit code 3"
        error.diagnostic().detail().contains('no space left on device')
        !cfn.calls.any { it.startsWith('createChangeSet') }
        unlocked

        where:
        step << ['build', 'login', 'push']
    }

    def "without docker the deploy says what is missing"() {
        given:
        env = [PATH: folder.toString()]

        when:
        deploy(app('abc'))

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary().contains('there is no docker on the PATH')
        error.diagnostic().hint().contains('CDK_DOCKER')
        unlocked
    }

    def "another client may be named"() {
        given:
        docker()
        Files.move(folder.resolve('bin/docker'), folder.resolve('bin/podman'))
        env += [CDK_DOCKER: 'podman']

        expect:
        deploy(app('abc')).good
        calls().size() == 4
    }

    def "what the engine cannot pass on to docker is refused when the assembly is read"() {
        when:
        deploy(app(dockerBuildSecrets: [token: 'src=x'], 'abc'))

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('dockerBuildSecrets')
    }
}
