package sst.runner.fake

import java.time.Duration
import java.time.Instant
import sst.runner.aws.AwsFailure
import sst.runner.aws.Page
import sst.runner.aws.stack.ChangeSetRequest
import sst.runner.aws.stack.ChangeSetState
import sst.runner.aws.stack.CloudFormationPort
import sst.runner.aws.stack.ResourceDrift
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
    /** Operations whose reply is lost this many more times, after their work is done. */
    final Map<String, Integer> lost = [:]
    /** Stacks whose change sets AWS refuses, with its reason. */
    final Map<String, String> refusing = [:]
    /** Called before and after each call's work with its number and text; may throw. */
    Closure<Void> around = { String when, String call -> }
    /** Logical ids that begin at once and end in their time. */
    final Set<String> silent = [] as Set
    /** Logical ids that cannot be rolled back. */
    final Set<String> stuck = [] as Set
    final List<ResourceDrift> drifted = []
    int seconds = 10
    /** How many more looks at a stack by its ARN show it as it was before its last operation. */
    int stale = 0
    /** How many more looks at a stack by its ARN do not find it. */
    int hidden = 0
    /** How far AWS's clock is from that of this machine. */
    Duration skew = Duration.ZERO
    private int serial = 0

    FakeCloudFormation(FakePace pace) {
        this.pace = pace
    }

    /** A stack that is there before the test begins. */
    void given(String name, String status, String template = '{"Resources":{}}', Map tags = [:]) {
        stacks[name] = [name: name, arn: "arn:aws:cloudformation:eu:1:stack/$name/${++serial}" as String, status: status,
                        reason: '', template: template, tags: tags, parameters: [:], changed: pace.now, events: [], protection: false,
                        pending: [], changeSet: null, token: '']
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
        around.call('before', call)
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
        if (found?.arn == nameOrArn && found?.before && hidden-- > 0) {
            return Optional.empty()
        }
        if (found?.arn == nameOrArn && found?.before && stale-- > 0) {
            return Optional.of(found.before as StackState)
        }
        Optional.ofNullable(found == null ? null : state(found))
    }

    private Instant told() {
        pace.now + skew
    }

    @Override
    Page<StackState> describeAll(String token) {
        count('describeAll')
        stacks.values().each { advance(it) }
        page(stacks.values().findAll { it.status != 'DELETE_COMPLETE' }.collect { state(it) }, token)
    }

    /** Every stack that is there, without a call being counted. */
    List<StackState> describeEach() {
        stacks.values().each { advance(it) }
        stacks.values().findAll { it.status != 'DELETE_COMPLETE' }.collect { state(it) }
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
        Map found = stack(nameOrArn)
        Map resources = Json.map(found.changeSet ? found.changeSet.request.body() : found.template).Resources as Map
        page(resources.collect { id, r ->
            new StackResource(id as String, "physical-$id" as String, r.Type as String, new StackStatus('CREATE_COMPLETE'))
        }, token)
    }

    @Override
    Page<StackEvent> events(String nameOrArn, String token) {
        count("events $nameOrArn")
        Map found = stack(nameOrArn)
        if (found == null) {
            throw invalid("Stack [$nameOrArn] does not exist")
        }
        page((found.events as List<StackEvent>).reverse(), token)
    }

    @Override
    Page<String> importers(String export, String token) {
        count("importers $export")
        page(importers.getOrDefault(export, []), token)
    }

    /** What is left to do after the work of a call: to lose the reply, to look on. */
    private <T> T done(String operation, T reply) {
        around.call('after', operation)
        if (lost.getOrDefault(operation, 0) > 0) {
            lost[operation]--
            throw new AwsFailure(AwsFailure.Kind.UNREACHABLE, 'SdkClientException', 'Connection reset')
        }
        reply
    }

    private static AwsFailure invalid(String message) {
        new AwsFailure(AwsFailure.Kind.REFUSED, 'ValidationError', message)
    }

    @Override
    String createChangeSet(ChangeSetRequest request) {
        count("createChangeSet ${request.stackName()}")
        Map found = stack(request.stackName())
        if (request.create()) {
            if (found == null) {
                given(request.stackName(), 'REVIEW_IN_PROGRESS')
            } else if (found.status != 'REVIEW_IN_PROGRESS') {
                throw invalid("Stack [${request.stackName()}] already exists and cannot be created again")
            }
        } else if (found == null || found.status.endsWith('_IN_PROGRESS') || found.status in ['ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'DELETE_FAILED']) {
            throw invalid("Stack [${request.stackName()}] is in ${found?.status} state and can not be updated")
        }
        Map stack = stack(request.stackName())
        if (stack.changeSet?.name == request.name()) {
            throw new AwsFailure(AwsFailure.Kind.REFUSED, 'AlreadyExistsException', "ChangeSet ${request.name()} already exists")
        }
        stack.changeSet = [name: request.name(), request: request, at: pace.now + Duration.ofSeconds(1), made: told(), execution: 'AVAILABLE']
        done('createChangeSet', stack.arn)
    }

    @Override
    ChangeSetState changeSet(String stackArn, String name) {
        count("changeSet $stackArn")
        Map set = stack(stackArn).changeSet
        if (set == null || set.name != name) {
            throw new AwsFailure(AwsFailure.Kind.NOT_FOUND, 'ChangeSetNotFoundException', "ChangeSet [$name] does not exist")
        }
        if (set.at.isAfter(pace.now)) {
            return new ChangeSetState('CREATE_IN_PROGRESS', '', 'UNAVAILABLE', set.made)
        }
        if (refusing[stack(stackArn).name]) {
            return new ChangeSetState('FAILED', refusing[stack(stackArn).name], 'UNAVAILABLE', set.made)
        }
        boolean same = stack(stackArn).template == set.request.body() && stack(stackArn).status != 'REVIEW_IN_PROGRESS'
        same ? new ChangeSetState('FAILED', "The submitted information didn't contain changes.", 'UNAVAILABLE', set.made)
                : new ChangeSetState('CREATE_COMPLETE', '', set.execution, set.made)
    }

    @Override
    void executeChangeSet(String stackArn, String name, String token, boolean keepFailed) {
        count("execute $stackArn")
        Map stack = stack(stackArn)
        if (stack.changeSet?.name != name) {
            throw new AwsFailure(AwsFailure.Kind.NOT_FOUND, 'ChangeSetNotFoundException', "ChangeSet [$name] does not exist")
        }
        if (stack.changeSet.execution != 'AVAILABLE') {
            throw new AwsFailure(AwsFailure.Kind.REFUSED, 'InvalidChangeSetStatusException', "ChangeSet [$name] cannot be executed in its current execution status of [${stack.changeSet.execution}]")
        }
        stack.changeSet.execution = 'EXECUTE_IN_PROGRESS'
        perform(stack, stack.changeSet.request as ChangeSetRequest, token, keepFailed)
        done('execute', null)
    }

    @Override
    String change(ChangeSetRequest request, boolean keepFailed) {
        count("change ${request.stackName()}")
        Map found = stack(request.stackName())
        if (request.create()) {
            if (found != null) {
                throw new AwsFailure(AwsFailure.Kind.REFUSED, 'AlreadyExistsException', "Stack [${request.stackName()}] already exists")
            }
            given(request.stackName(), 'CREATE_IN_PROGRESS')
        } else if (found == null || found.status.endsWith('_IN_PROGRESS')) {
            throw invalid("Stack:${found?.arn} is in ${found?.status} state and can not be updated.")
        } else if (found.template == request.body() && found.tags == request.tags()) {
            throw invalid('No updates are to be performed.')
        }
        perform(stack(request.stackName()), request, request.token(), keepFailed)
        done('change', stack(request.stackName()).arn)
    }

    private void perform(Map stack, ChangeSetRequest request, String token, boolean keepFailed) {
        stack.before = state(stack)
        String verb = request.create() ? 'CREATE' : 'UPDATE'
        stack.token = token
        stack.status = verb + '_IN_PROGRESS'
        stack.changed = told()
        stack.executions = (stack.executions ?: 0) + 1
        event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        Instant at = pace.now
        Map resources = Json.map(request.body()).Resources as Map
        String failed = resources.keySet().find { failing[it] }
        resources.findAll { silent.contains(it.key) }.each { id, resource -> event(stack, id, '', resource.Type, verb + '_IN_PROGRESS') }
        resources.each { id, resource ->
            at = at + Duration.ofSeconds(seconds)
            later(stack, at) {
                event(stack, id, '', resource.Type, verb + '_IN_PROGRESS')
                event(stack, id, '', resource.Type, verb + (failing[id] ? '_FAILED' : '_COMPLETE'), failing[id] ?: '')
            }
        }
        later(stack, at + Duration.ofSeconds(seconds)) {
            if (failed) {
                boolean create = request.create() || stack.template == '{"Resources":{}}'
                stack.status = keepFailed ? verb + '_FAILED' : stuck ? 'UPDATE_ROLLBACK_FAILED' : create ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE'
                stack.reason = stuck && !keepFailed ? "The following resource(s) failed to update: ${stuck}" as String : ''
                stack.created = create
            } else {
                stack.template = request.body()
                stack.tags = request.tags()
                stack.status = verb + '_COMPLETE'
            }
            if (!failed) {
                stack.changeSet = null
            }
            event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        }
    }

    private static void later(Map stack, Instant at, Closure<?> run) {
        stack.pending << [at: at, run: run]
    }

    void event(Map stack, String id, String physical, String type, String status, String reason = '') {
        stack.events << new StackEvent("e${++serial}" as String, told(), id, physical, type, new StackStatus(status), reason, (stack.token ?: '') as String)
    }

    @Override
    void deleteChangeSet(String stackArn, String name) {
        count("deleteChangeSet $stackArn")
        stack(stackArn)?.changeSet = null
    }

    @Override
    void deleteStack(String stackArn, String token, String role) {
        count("deleteStack $stackArn")
        Map stack = stack(stackArn)
        if (stack == null || stack.status in ['DELETE_COMPLETE', 'DELETE_IN_PROGRESS']) {
            done('deleteStack', null)
            return
        }
        delete(stack, token, failing[stack.name])
        done('deleteStack', null)
    }

    @Override
    void deleteStackRetaining(String stackArn, String token, String role, List<String> retain) {
        count("deleteStack $stackArn retaining ${retain.join(',')}")
        if (stack(stackArn).status != 'DELETE_FAILED') {
            throw invalid('Specify resources to retain only when the current stack status is DELETE_FAILED')
        }
        delete(stack(stackArn), token, null)
    }

    private void delete(Map stack, String token, String failed) {
        stack.token = token
        stack.status = 'DELETE_IN_PROGRESS'
        event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        later(stack, pace.now + Duration.ofSeconds(seconds)) {
            stack.status = failed ? 'DELETE_FAILED' : 'DELETE_COMPLETE'
            if (failed) {
                event(stack, 'Bucket', 'b', 'AWS::S3::Bucket', 'DELETE_FAILED', failed)
            }
            event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        }
    }

    @Override
    void rollback(String stackArn, String token, String role) {
        count("rollback $stackArn")
        Map stack = stack(stackArn)
        if (!(stack.status in ['CREATE_FAILED', 'UPDATE_FAILED'])) {
            throw invalid("Stack:$stackArn is in ${stack.status} state and can not be rolled back.")
        }
        goBack(stack, token, stack.status == 'CREATE_FAILED' || stack.created ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE')
        done('rollback', null)
    }

    @Override
    void continueRollback(String stackArn, String token, String role, List<String> skip) {
        count("continueRollback $stackArn ${skip.join(',')}".trim())
        Map stack = stack(stackArn)
        if (stack.status != 'UPDATE_ROLLBACK_FAILED') {
            throw invalid("Stack:$stackArn is in ${stack.status} state and can not continue rollback.")
        }
        boolean good = skip.containsAll(stuck)
        goBack(stack, token, good ? 'UPDATE_ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_FAILED')
        done('continueRollback', null)
    }

    private void goBack(Map stack, String token, String end) {
        stack.token = token
        stack.status = end.startsWith('ROLLBACK') ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS'
        event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', stack.status)
        later(stack, pace.now + Duration.ofSeconds(seconds)) {
            if (end.endsWith('FAILED')) {
                stuck.each { event(stack, it, '', 'AWS::Lambda::Function', 'UPDATE_FAILED', 'it was changed by hand') }
            }
            stack.status = end
            event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', end)
        }
    }

    @Override
    String detectDrift(String stackArn) {
        count("detectDrift $stackArn")
        'detection'
    }

    @Override
    Optional<String> driftDetected(String detection) {
        count("driftDetected $detection")
        calls.count { it.startsWith('driftDetected') } % 2 == 0 ? Optional.of('') : Optional.empty()
    }

    @Override
    Page<ResourceDrift> drifts(String stackArn, String token) {
        count("drifts $stackArn")
        page(drifted, token)
    }

    @Override
    void policy(String stackArn, String policy) {
        count("policy $stackArn")
        stack(stackArn).policies = (stack(stackArn).policies ?: []) + policy
    }

    @Override
    void protect(String stackName, boolean protection) {
        count("protect $stackName")
        stack(stackName).protection = protection
    }
}
