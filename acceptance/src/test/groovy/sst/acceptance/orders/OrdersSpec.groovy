package sst.acceptance.orders

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.util.concurrent.PollingConditions
import sst.acceptance.harness.Project
import sst.acceptance.harness.Socket
import sst.acceptance.harness.Web

import java.nio.file.Files

/** Orders on their way through everything that the local cloud runs, in four languages. */
@Stepwise
class OrdersSpec extends Specification {

    /** Queue to database, bus to Java, stream, bucket. */
    private static final Set<String> AT_ONCE = ['packed', 'shipped', 'counted', 'filed'] as Set

    @Shared
    @AutoCleanup
    Project orders = Project.example('orders')

    @Shared
    String first

    def 'a deploy makes the database, runs its migrations and uploads the site'() {
        when:
        def run = orders.deploy()

        then:
        run.out.contains('ApiUrl')
        outputs.SiteUrl.startsWith('http://127.0.0.1:')
        outputs.LiveUrl.startsWith('ws://127.0.0.1:')
        api.get('/ledger').json == []
    }

    def 'the site shows its pages, with the addresses of the APIs in its script'() {
        when:
        def site = new Web(outputs.SiteUrl)
        def index = site.get('/')
        def script = site.get('/app.js')

        then:
        index.body.contains('<h1>Orders</h1>')
        index.headers['content-type'] == ['text/html; charset=utf-8']
        index.headers['cache-control'] == ['max-age=0,no-cache,no-store,must-revalidate']
        site.get('/about').body.contains('How orders go.')
        site.get('/any/other/page').body.contains('<h1>Orders</h1>')
        script.body.contains("const api = \"$outputs.ApiUrl\"")
        script.body.contains("new WebSocket(\"$outputs.LiveUrl\")")
        script.headers['cache-control'] == ['max-age=31536000,public,immutable']
    }

    def 'a quote comes from Groovy'() {
        expect:
        api.get('/quotes?item=tea&count=3').json == [item: 'tea', cents: 1050]
        api.get('/quotes?item=coal').status == 404
    }

    def 'an order passes every station, and a browser hears of it'() {
        given:
        def browser = new Socket(outputs.LiveUrl)

        when:
        def placed = api.post('/orders', '{"item": "tea", "cents": 350}')
        first = placed.json.id

        then:
        placed.status == 201
        browser.hearJson() == [id: first, item: 'tea', cents: 350]
        reaches(first, AT_ONCE)
        api.get('/ledger').json == [[item: 'tea', orders: 1, cents: 350]]
        mailed(first)
        api.post('/orders', '{}').json == [error: 'an order has an item and cents']
        api.get('/orders/none').status == 404

        cleanup:
        browser?.close()
    }

    def 'the AWS CLI puts messages and events on the same way'() {
        given:
        def id = UUID.randomUUID().toString()
        def text = Project.JSON.writeValueAsString([id: id, item: 'cake', cents: 480])

        when:
        orders.awsJson('sqs', 'send-message', '--queue-url', outputs.Packing, '--message-body', text)
        orders.awsJson('events', 'put-events', '--entries', Project.JSON.writeValueAsString([
            [EventBusName: outputs.Bus, Source: 'orders', DetailType: 'order.placed', Detail: text]]))

        then:
        eventually {
            assert api.get('/ledger').json*.item == ['cake', 'tea']
            assert trail(id) == ['packed', 'shipped'] as Set
        }
        orders.awsJson('s3api', 'head-object', '--bucket', receipts, '--key', "receipts/${first}.json").ContentType == 'application/json'
    }

    def 'a stop and a start of the local cloud lose nothing, not even a message on its way'() {
        given:
        def before = outputs
        orders.awsJson('sqs', 'send-message', '--queue-url', outputs.Packing, '--delay-seconds', '5', '--message-body',
            Project.JSON.writeValueAsString([id: 'late', item: 'late', cents: 1]))

        when:
        assert orders.sst('local', 'stop').run().exit == 0
        assert orders.sst('local', 'start').run().exit == 0

        then:
        api.get("/orders/$first").json.trail.containsAll(AT_ONCE)
        new Web(before.SiteUrl).get('/').body.contains('<h1>Orders</h1>')
        eventually {
            assert api.get('/ledger').json*.item == ['cake', 'late', 'tea']
        }
    }

    def 'a kill of the local cloud loses nothing, not even the schedule, and leaves no database behind'() {
        given:
        orders.awsJson('sqs', 'send-message', '--queue-url', outputs.Packing, '--delay-seconds', '5', '--message-body',
            Project.JSON.writeValueAsString([id: 'later', item: 'later', cents: 1]))
        def cloud = ProcessHandle.of(orders.cloud.pid as long).get()

        when:
        cloud.destroyForcibly()
        cloud.onExit().get()
        assert orders.sst('local', 'start').run().exit == 0
        def browser = new Socket(outputs.LiveUrl)
        def second = api.post('/orders', '{"item": "tea", "cents": 350}').json.id

        then:
        browser.hearJson().id == second
        eventually {
            assert api.get('/ledger').json == [
                [item: 'cake', orders: 1, cents: 480], [item: 'late', orders: 1, cents: 1],
                [item: 'later', orders: 1, cents: 1], [item: 'tea', orders: 2, cents: 700],
            ]
        }
        databases() == 1
        reaches(first, AT_ONCE + 'audited')
        reaches(second, AT_ONCE + 'audited')

        cleanup:
        browser?.close()
    }

    def 'status tells what runs and where, and logs what the local cloud wrote'() {
        when:
        def status = orders.sst('local', 'status').run().out
        def logs = orders.sst('local', 'logs').run().out

        then:
        status.contains(orders.endpoint)
        status.contains(outputs.SiteUrl)
        status.contains('WebSockets on ' + URI.create(outputs.LiveUrl).authority)
        status =~ /dev-orders-ledger  PostgreSQL on 127.0.0.1:\d+/
        status.contains('recorded, not enforced: permissions of iam')
        logs.readLines().count { it.endsWith("ready at $orders.endpoint") } == 3
    }

    def 'a removal leaves no process'() {
        when:
        def removed = orders.sst('remove', '--yes').within(300).run()

        then:
        removed.exit == 0
        eventually {
            assert databases() == 0
            assert !Files.exists(orders.folder.resolve('.sst/local/cloud.json'))
        }
    }

    private static boolean eventually(Closure<?> condition) {
        new PollingConditions(timeout: 180, delay: 0.5).eventually(condition)
        true
    }

    /** Servers, not the processes that these have of their own. */
    private int databases() {
        def programs = orders.folder.toRealPath().resolve('.sst/local/files/programs').toString()
        ProcessHandle.allProcesses().filter { process ->
            def info = process.info()
            info.command().orElse('').startsWith(programs) && '-D' in (info.arguments().orElse([] as String[]) as List)
        }.count()
    }

    private boolean reaches(String id, Set<String> stations) {
        eventually {
            assert (api.get("/orders/$id").json.trail as Set).containsAll(stations)
        }
    }

    private Set<String> trail(String id) {
        def table = orders.awsJson('dynamodb', 'list-tables').TableNames.find { it.endsWith('Trail') }
        orders.awsJson('dynamodb', 'query', '--table-name', table, '--key-condition-expression', 'orderId = :id',
            '--expression-attribute-values', "{\":id\": {\"S\": \"$id\"}}").Items*.step*.S as Set
    }

    /** The mail goes to the log of a Python function. */
    private boolean mailed(String id) {
        def group = orders.awsJson('logs', 'describe-log-groups').logGroups*.logGroupName.find { it.contains('mail') }
        eventually {
            assert orders.awsJson('logs', 'filter-log-events', '--log-group-name', group).events*.message.any {
                it.contains("mail: order $id of tea")
            }
        }
    }

    private String getReceipts() {
        orders.awsJson('s3api', 'list-buckets').Buckets*.Name.find { it.contains('receipts') }
    }

    private Map<String, String> getOutputs() {
        orders.outputs['dev-orders-api']
    }

    private Web getApi() {
        new Web(outputs.ApiUrl)
    }
}
