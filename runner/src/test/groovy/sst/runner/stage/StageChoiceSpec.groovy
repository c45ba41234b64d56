package sst.runner.stage

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class StageChoiceSpec extends Specification {
    @TempDir
    Path folder

    def "the stage is the option's, else SST_STAGE's, else the remembered one"() {
        given:
        def project = ProjectFolder.at(folder)
        project.rememberStage(new StageName('kept'))

        expect:
        new StageChoice(project, env).choose(option, { 'asked' }).toString().contains(stage)
        new StageChoice(project, env).any(option).toString().contains(stage)

        where:
        option  | env                  || stage
        'given' | [SST_STAGE: 'other'] || 'given'
        null    | [SST_STAGE: 'other'] || 'other'
        null    | [SST_STAGE: '']      || 'kept'
    }

    def "the stage that a user gives is remembered"() {
        given:
        def choice = new StageChoice(ProjectFolder.at(folder), [USER: 'Ada L'])

        expect:
        choice.choose(null, { "$it-1" as String }) == new StageName('ada-l-1')
        choice.choose(null, { throw new AssertionError() }) == new StageName('ada-l-1')
    }

    def "to look at all stages nobody is asked, and nothing is remembered"() {
        given:
        def project = ProjectFolder.at(folder)

        expect:
        new StageChoice(project, [USER: 'ada']).any(null) == new StageName('ada')
        new StageChoice(project, [:]).any(null) == new StageName('dev')
        project.rememberedStage().isEmpty()
    }
}
