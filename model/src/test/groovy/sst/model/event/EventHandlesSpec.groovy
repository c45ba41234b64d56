package sst.model.event

import java.util.function.Consumer

import spock.lang.Specification
import sst.model.app.build.AppBuilder
import sst.model.app.build.StackBlock
import sst.model.app.StageContext
import sst.model.bucket.BucketEvent
import sst.model.bucket.BucketProps
import sst.model.construct.Addition
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError
import sst.model.eventbus.EventBusProps
import sst.model.function.FunctionDefinition
import sst.model.queue.QueueProps
import sst.model.ref.ConstructId
import sst.model.topic.TopicProps

class EventHandlesSpec extends Specification {

    AppBuilder app = new AppBuilder(new StageContext('dev', [:], '', false)).app('shop')

    private StackBlock stack(String name) {
        StackBlock opened = null
        app.stack(name, { opened = it } as Consumer)
        opened
    }

    private <R> R props(String stack, String id, Class<R> type) {
        def found = app.build('source').stacks().find { it.name() == stack }.constructs().find { it.id().id() == id }
        found.props(type)
    }

    def 'a receiver is a handler, a handle, props of a function, or props of its own'() {
        given:
        def api = stack('api')
        def queue = api.queue('Jobs')
        def function = api.function('Mail', [handler: 'src/mail.main'])

        when:
        api.topic('News', [subscribers: [a: 'src/a.main', b: function, c: queue, d: [handler: 'src/d.main', timeout: 5],
                                         e: [type: 'queue', queue: queue, cdk: [subscription: [rawMessageDelivery: true]]]]])
        def subscribers = props('api', 'News', TopicProps).subscribers()

        then:
        ((FunctionDefinition.Inline) subscribers.a.function()).props().handler() == 'src/a.main'
        ((FunctionDefinition.Existing) subscribers.b.function()).function() == new ConstructId('api', 'Function', 'Mail')
        subscribers.c.queue().id() == new ConstructId('api', 'Queue', 'Jobs')
        ((FunctionDefinition.Inline) subscribers.d.function()).props().timeout().toSeconds() == 5
        subscribers.e.queue() != null && subscribers.e.function() == null
    }

    def 'subscribe takes a function and what it is told of, in the words of S3 too'() {
        given:
        def bucket = stack('api').bucket('Uploads')

        when:
        bucket.subscribe('src/any.main')
        bucket.subscribe('src/x.main', events: ['s3:ObjectCreated:*', 'object_removed'])

        then:
        with(props('api', 'Uploads', BucketProps).notifications()) {
            keySet() == ['Subscriber1', 'Subscriber2'] as Set
            get('Subscriber2').events() == [BucketEvent.OBJECT_CREATED, BucketEvent.OBJECT_REMOVED]
        }
        bucket.notificationFunctions*.constructId()*.id() == ['Uploads/Subscriber1', 'Uploads/Subscriber2']
    }

    def 'subscribe to a bus makes a rule for the types, named as SST v2 names it'() {
        given:
        def bus = stack('api').eventBus('Bus')

        when:
        bus.subscribe('order.paid', 'src/bill.main')
        bus.subscribe(['order.paid', 'order.sent'], 'src/bill.main', retries: 2)

        then:
        with(props('api', 'Bus', EventBusProps).rules()) {
            keySet() == ['order_paid_1_rule', 'multi_1_rule'] as Set
            get('multi_1_rule').pattern().detailType() == ['order.paid', 'order.sent']
            get('multi_1_rule').targets().multi_1_target.retries() == 2
        }
        bus.getRule('multi_1_rule').ruleArn.attribute() == 'ruleArn/multi_1_rule'
    }

    def 'what another stack adds belongs to that stack, with the defaults of the construct'() {
        given:
        def data = stack('data')
        def api = stack('api')
        def queue = data.queue('Jobs')
        def topic = data.topic('News', [defaults: [function: [timeout: 3]]])

        when:
        queue.addConsumer(api, 'src/work.main')
        topic.addSubscribers(api, [mail: 'src/mail.main'])

        then:
        props('data', 'Jobs', QueueProps).consumer() == null
        props('api', 'Queue Jobs+1', Addition).to() == new ConstructId('data', 'Queue', 'Jobs')
        props('api', 'Queue Jobs+1', Addition).props().consumer() != null
        props('api', 'Topic News+1', Addition).props().defaults().function().timeout().toSeconds() == 3
        topic.subscriberFunctions.size() == 1
    }

    def 'refused: #summary'() {
        when:
        stack('api').with(body)

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].code() == code
        refused.diagnostics()[0].summary() == summary
        refused.diagnostics()[0].hint() == hint

        where:
        code                | body                                                                                                          || summary | hint
        Code.CONFLICT       | { it.queue('Q', [consumer: 'a.main']).addConsumer('b.main') }                                                 || "queue 'Q' has a consumer already" | 'send to a topic or bus when several functions are to get each message'
        Code.DUPLICATE_ID   | { it.eventBus('B', [rules: [r: [:]]]).addRules([r: [:]]) }                                                    || "eventBus 'B' has a rule 'r' already" | "give it another name, or use addTargets 'r', …"
        Code.DUPLICATE_ID   | { it.eventBus('B', [rules: [r: [targets: [t: 'a.main']]]]).addTargets('r', [t: 'b.main']) }                   || "rule 'r' of eventBus 'B' has a target 't' already" | 'give it another name'
        Code.INVALID_VALUE  | { it.eventBus('B', [rules: [rule: [:]]]).bindToTarget('rul', 't', []) }                                       || "eventBus 'B' has no rule 'rul'" | "did you mean 'rule'?"
        Code.WRONG_TYPE     | { it.bucket('U', [notifications: [n: [function: 'a.main', events: ['object_create']]]]) }                      || "'events' of notification: expected an event such as 'object_created' or 's3:ObjectCreated:*', got 'object_create'" | "did you mean 'object_created'?"
        Code.WRONG_TYPE     | { it.topic('T', [subscribers: [n: [type: 'lambda', function: 'a.main']]]) }                                    || "'subscribers' of topic 'T': 'n': 'lambda' is no kind of receiver here" | 'write one of function, log_group, queue'
        Code.UNKNOWN_PROPERTY | { it.topic('T', [defaults: [retries: 3]]) }                                                                 || "childDefaults has no prop 'retries'" | 'known here: function'
    }
}
