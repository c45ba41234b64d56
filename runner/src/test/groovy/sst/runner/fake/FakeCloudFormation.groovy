package sst.runner.fake

import java.time.Instant
import sst.runner.aws.AwsFailure
import sst.runner.aws.Page
import sst.runner.aws.stack.ChangeSetRequest
import sst.runner.aws.stack.ChangeSetState
import sst.runner.aws.stack.CloudFormationPort
import sst.runner.aws.stack.StackEvent
import sst.runner.aws.stack.StackResource
import sst.runner.aws.stack.StackState
import sst.runner.aws.stack.StackStatus

/** CloudFormation in memory: asynchronous by a clock that the test owns, pages of two, failures by rule. */
class FakeCloudFormation implements CloudFormationPort {
    static final int PAGE = 2
    final FakePace pace
    final Map<String, Map> stacks = [:]
    final List<String> calls = []
    /** Logical ids whose creation or update fails, with AWS's reason. */
    final Map<String, String> failing = [:]
    /** Operations that are throttled this many more times. */
    final Map<String, Integer> throttled = [:]
    final Map<String, List<String>> importers = [:]
    int seconds = 10
    private int serial = 0

    FakeCloudFormation(FakePace pace) {
        this.pace = pace
    }

    /** A stack that is there before the test begins. */
    void given(String name, String status, String template = '{"Resources":{}}', Map tags = [:]) {
        stacks[name] = [name: name, arn: "arn:aws:cloudformation:eu:1:stack/$name/${++serial}" as String, status: status,
                        reason: '', template: template, tags: tags, parameters: [:], changed: pace.now, events: [], protection: false,
                        pending: []]
    }

    private Map stack(String id) {
        stacks.values().each { advance(it) }
        Map found = stacks[id] ?: stacks.values().find { it.arn == id }
        found != null && !(found.status == 'DELETE_COMPLETE' && found.name == id) ? found : null
    }

    private void advance(Map stack) {
        while (stack.pending && !stack.pending[0].at.isAfter(pace.now)) {
            stack.pending.remove(0).run.call()
        }
    }

    private void count(String call) {
        calls << call
        String operation = call.split(' ')[0]
        if (throttled.getOrDefault(operation, 0) > 0) {
            throttled[operation]--
            throw new AwsFailure(AwsFailure.Kind.THROTTLED, 'Throttling', 'Rate exceeded')
        }
    }

    private static StackState state(Map s) {
        new StackState(s.name, s.arn, new StackStatus(s.status), s.reason, s.changed, s.tags, s.parameters,
                s.status.startsWith('DELETE') ? [] : outputs(s), s.protection)
    }

    private static List outputs(Map s) {
        Map template = Json.map(s.template)
        (template.Outputs ?: [:]).collect { key, value ->
            new StackState.Output(key as String, value.Value as String, (value.Export?.Name ?: '') as String)
        }
    }

    @Override
    Optional<StackState> describe(String nameOrArn) {
        count("describe $nameOrArn")
        Map found = stack(nameOrArn)
        Optional.ofNullable(found == null ? null : state(found))
    }

    @Override
    Page<StackState> describeAll(String token) {
        count('describeAll')
        stacks.values().each { advance(it) }
        page(stacks.values().findAll { it.status != 'DELETE_COMPLETE' }.collect { state(it) }, token)
    }

    private static <T> Page<T> page(List<T> all, String token) {
        int from = token == null ? 0 : token as int
        int to = Math.min(all.size(), from + PAGE)
        new Page<T>(all.subList(from, to), to < all.size() ? "$to" as String : null)
    }

    @Override
    String template(String nameOrArn) {
        count("template $nameOrArn")
        stack(nameOrArn).template
    }

    @Override
    Page<StackResource> resources(String nameOrArn, String token) {
        count("resources $nameOrArn")
        Map resources = Json.map(stack(nameOrArn).template).Resources as Map
        page(resources.collect { id, r ->
            new StackResource(id as String, "physical-$id" as String, r.Type as String, new StackStatus('CREATE_COMPLETE'))
        }, token)
    }

    @Override
    Page<StackEvent> events(String nameOrArn, String token) {
        count("events $nameOrArn")
        page((stack(nameOrArn).events as List<StackEvent>).reverse(), token)
    }

    @Override
    Page<String> importers(String export, String token) {
        count("importers $export")
        page(importers.getOrDefault(export, []), token)
    }

    @Override
    String createChangeSet(ChangeSetRequest request) {
        count("createChangeSet ${request.stackName()}")
        if (request.create() && stack(request.stackName()) == null) {
            given(request.stackName(), 'REVIEW_IN_PROGRESS')
        }
        Map stack = stack(request.stackName())
        stack.changeSet = [name: request.name(), request: request, at: pace.now + java.time.Duration.ofSeconds(1), made: pace.now]
        stack.arn
    }

    @Override
    ChangeSetState changeSet(String stackArn, String name) {
        count("changeSet $stackArn")
        Map set = stack(stackArn).changeSet
        if (set.at.isAfter(pace.now)) {
            return new ChangeSetState('CREATE_IN_PROGRESS', '', set.made)
        }
        boolean same = stack(stackArn).template == set.request.body() && stack(stackArn).status != 'REVIEW_IN_PROGRESS'
        same ? new ChangeSetState('FAILED', "The submitted information didn't contain changes.", set.made)
                : new ChangeSetState('CREATE_COMPLETE', '', set.made)
    }

    @Override
    void executeChangeSet(String stackArn, String name, String token) {
        count("execute $stackArn")
        Map stack = stack(stackArn)
        ChangeSetRequest request = stack.changeSet.request
        String verb = request.create() ? 'CREATE' : 'UPDATE'
        stack.status = verb + '_IN_PROGRESS'
        stack.changed = pace.now
        event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        Instant at = pace.now
        Map resources = Json.map(request.body()).Resources as Map
        String failed = resources.keySet().find { failing[it] }
        resources.each { id, resource ->
            at = at + java.time.Duration.ofSeconds(seconds)
            later(stack, at) {
                event(stack, id, '', resource.Type, verb + '_IN_PROGRESS')
                event(stack, id, '', resource.Type, verb + (failing[id] ? '_FAILED' : '_COMPLETE'), failing[id] ?: '')
            }
        }
        later(stack, at + java.time.Duration.ofSeconds(seconds)) {
            if (failed) {
                stack.status = request.create() ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE'
            } else {
                stack.template = request.body()
                stack.tags = request.tags()
                stack.status = verb + '_COMPLETE'
            }
            event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        }
    }

    private static void later(Map stack, Instant at, Closure<?> run) {
        stack.pending << [at: at, run: run]
    }

    private void event(Map stack, String id, String physical, String type, String status, String reason = '') {
        stack.events << new StackEvent("e${++serial}" as String, pace.now, id, physical, type, new StackStatus(status), reason, '')
    }

    @Override
    void deleteChangeSet(String stackArn, String name) {
        count("deleteChangeSet $stackArn")
    }

    @Override
    void deleteStack(String stackArn, String token, String role) {
        count("deleteStack $stackArn")
        Map stack = stack(stackArn)
        String failed = failing[stack.name]
        stack.status = 'DELETE_IN_PROGRESS'
        event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        later(stack, pace.now + java.time.Duration.ofSeconds(seconds)) {
            stack.status = failed ? 'DELETE_FAILED' : 'DELETE_COMPLETE'
            if (failed) {
                event(stack, 'Bucket', 'b', 'AWS::S3::Bucket', 'DELETE_FAILED', failed)
            }
            event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        }
    }

    @Override
    void protect(String stackName, boolean protection) {
        count("protect $stackName")
        stack(stackName).protection = protection
    }
}
