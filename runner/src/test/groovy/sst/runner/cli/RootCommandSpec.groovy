package sst.runner.cli

import picocli.CommandLine
import spock.lang.Specification
import sst.runner.cli.command.tool.CompletionCommand

class RootCommandSpec extends Specification {

    def '#command is found by its name before it is read'() {
        expect:
        RootCommand.name(command) == command.getAnnotation(CommandLine.Command).name()
        RootCommand.commandsFor([RootCommand.name(command), '--help'] as String[]) == [command]
        RootCommand.commandsFor(['--cloud', 'local', '--json', '--stage=dev', RootCommand.name(command)] as String[]) == [command]

        where:
        command << RootCommand.commandsFor(new String[0]) - CompletionCommand
    }

    def '#args may be for any command'() {
        expect:
        RootCommand.commandsFor(args as String[]).size() > 15

        where:
        args << [[], ['--help'], ['repl'], ['completion', 'bash'], ['deplyo'], ['--help', 'deploy'], ['--cloud', 'local'], ['--stage'], ['--stag', 'dev', 'build']]
    }

    def 'every option that takes a value as a word of its own is known'() {
        expect:
        new CommandLine(new RootCommand()).commandSpec.options().findAll { it.arity().max() > 0 }*.longestName() as Set == RootCommand.WITH_VALUE as Set
    }
}
