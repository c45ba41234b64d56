package sst.runner.fake

import java.nio.file.Files
import java.nio.file.Path

/** Writes small cloud assemblies. */
class AssemblyOnDisk {
    final Path root
    final Map manifest = [version: '54.0.0', artifacts: [:]]
    final Map sst = [version: 1, app: 'notes', stage: 'dev', region: 'eu-west-1', stacks: [:]]

    AssemblyOnDisk(Path root) {
        this.root = root
        Files.createDirectories(root)
    }

    /** A stack `dev-notes-NAME` with one function asset. */
    AssemblyOnDisk stack(Map options = [:], String name, Map resources) {
        String full = "dev-notes-$name"
        Map template = [Resources: resources] + (options.outputs ? [Outputs: options.outputs] : [:])
        write("${full}.template.json", template)
        String code = options.code ?: name
        Path asset = Files.createDirectories(root.resolve("asset.$code"))
        Files.writeString(asset.resolve('index.js'), "// $code")
        write("${full}.assets.json", [version: '54.0.0', files: [(code as String): [displayName: "$name/Code", source: [path: "asset.$code", packaging: 'zip'],
            destinations: [here: [bucketName: 'assets-${AWS::AccountId}-${AWS::Region}', objectKey: "${code}.zip"]]]]])
        manifest.artifacts["${full}.assets" as String] = [type: 'cdk:asset-manifest', properties: [file: "${full}.assets.json"]]
        manifest.artifacts[full as String] = [type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region',
            properties: [templateFile: "${full}.template.json"] + (options.get('properties') ?: [:]),
            dependencies: ["${full}.assets" as String] + (options.after ?: []).collect { "dev-notes-$it" as String }]
        sst.stacks[full as String] = [name: name, resources: resources.collectEntries { id, r ->
            [id, [construct: id, type: 'Function', file: 'sst.config.groovy', line: 7]]
        }]
        this
    }

    Path done() {
        write('manifest.json', manifest)
        write('sst.json', sst)
        root
    }

    private void write(String file, Map json) {
        Files.writeString(root.resolve(file), Json.text(json))
    }
}
