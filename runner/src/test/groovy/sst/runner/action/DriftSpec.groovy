package sst.runner.action

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.runner.action.session.Context
import sst.runner.app.AppIdentity
import sst.runner.aws.stack.ResourceDrift
import sst.runner.deploy.pace.Stop
import sst.runner.fake.FakeAws
import sst.runner.fake.RecordingUi
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName
import sst.runner.ui.Style
import sst.runner.view.DriftView

class DriftSpec extends Specification {
    @TempDir
    Path folder

    def aws = new FakeAws()
    def context = new Context(ProjectFolder.at(folder), [:], folder, new RecordingUi(), aws, aws.pace, new Stop(), { it })
    def app = new AppIdentity('notes', new StageName('dev'), 'eu-west-1', false, null, null, false)

    def "drift waits for the detection and tells each changed value, but no secret"() {
        given:
        aws.cloudFormation.given('dev-notes-api', 'CREATE_COMPLETE', '{"Resources":{}}', ['sst:app': 'notes', 'sst:stage': 'dev'])
        aws.cloudFormation.drifted << new ResourceDrift('Fn', 'fn-1', 'AWS::Lambda::Function', 'MODIFIED', [
            new ResourceDrift.Difference('/MemorySize', '128', '512'),
            new ResourceDrift.Difference('/Environment/Variables/API_TOKEN', 'old', 'new')])
        aws.cloudFormation.drifted << new ResourceDrift('T', 't-1', 'AWS::DynamoDB::Table', 'DELETED', [])

        when:
        def drifts = new DriftAction(context).drift(app, [])

        then:
        DriftView.of(drifts, new Style(false)).lines() == [
            '~ changed dev-notes-api  Fn  Lambda::Function  fn-1',
            '    /MemorySize  128 → 512',
            '    /Environment/Variables/API_TOKEN  *** → ***',
            '- deleted dev-notes-api  T  DynamoDB::Table  t-1',
        ]
    }

    def "a stage that is as it was deployed says so"() {
        given:
        aws.cloudFormation.given('dev-notes-api', 'CREATE_COMPLETE', '{"Resources":{}}', ['sst:app': 'notes', 'sst:stage': 'dev'])

        expect:
        DriftView.of(new DriftAction(context).drift(app, ['api']), new Style(false)).lines() == ['✔ everything is as it was deployed']
    }

    def "a stack in which CloudFormation detects no drift is named, and is not called unchanged"() {
        given:
        aws.cloudFormation.given('dev-notes-api', 'UPDATE_FAILED', '{"Resources":{}}', ['sst:app': 'notes', 'sst:stage': 'dev'])

        when:
        def drifts = new DriftAction(context).drift(app, [])

        then:
        DriftView.of(drifts, new Style(false)).lines() == []
        context.ui().said == ['! dev-notes-api is UPDATE_FAILED: CloudFormation cannot tell its drift before it is deployed or rolled back']
    }

    def "what was hotswapped is told from the record, and how it is repaired"() {
        given:
        def template = '{"Resources":{"Fn":{"Type":"AWS::Lambda::Function"},"Flow":{"Type":"AWS::StepFunctions::StateMachine"},"T":{"Type":"AWS::DynamoDB::Table"}}}'
        aws.cloudFormation.given('dev-notes-api', 'CREATE_COMPLETE', template, ['sst:app': 'notes', 'sst:stage': 'dev'])
        def file = context.project().swaps(app.stage())
        Files.createDirectories(file.parent)
        Files.writeString(file, '{"dev-notes-api": {"Fn": {"Code": "a", "Environment.Variables.A": "b"}, "Flow": {"DefinitionString": "c"}}}')

        expect:
        DriftView.of(new DriftAction(context).drift(app, []), new Style(false)).lines()*.stripTrailing() == [
            '~ hotswapped dev-notes-api  Fn  Lambda::Function  physical-Fn',
            '    /Code  as deployed → hotswapped',
            '    /Environment/Variables/A  as deployed → hotswapped',
            '~ hotswapped dev-notes-api  Flow  StepFunctions::StateMachine  physical-Flow',
            '    /DefinitionString  as deployed → hotswapped',
            'the next sst deploy without --hotswap brings what was hotswapped under CloudFormation again',
        ]
    }
}
