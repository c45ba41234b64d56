package sst.runner.cli

import picocli.CommandLine
import spock.lang.Specification
import sst.runner.cli.command.tool.CompletionCommand

class RootCommandSpec extends Specification {

    def '#command is found by its name before it is read'() {
        expect:
        RootCommand.name(command) == command.getAnnotation(CommandLine.Command).name()
        RootCommand.commandsFor([RootCommand.name(command), '--help'] as String[]) == [command]

        where:
        command << RootCommand.commandsFor(new String[0]) - CompletionCommand
    }

    def '#args may be for any command'() {
        expect:
        RootCommand.commandsFor(args as String[]).size() > 15

        where:
        args << [[], ['--help'], ['repl'], ['completion', 'bash'], ['deplyo'], ['--cloud', 'local', 'deploy'], ['--stage', 'dev', 'build']]
    }
}
