// Orders on their way through every back-end construct that the local cloud runs, in four languages.
app {
    name    'orders'
    cloud   stage == 'prod' ? 'aws' : 'local'
    removal stage == 'prod' ? 'retain' : 'destroy'
    protect stage == 'prod'
    defaults { function { timeout '20 seconds' } }
}

stack('data') {
    table('Orders') {
        fields id: 'string'
        primaryIndex partitionKey: 'id'
    }
    // What has happened to an order: one item a step.
    table('Trail') {
        fields orderId: 'string', step: 'string'
        primaryIndex partitionKey: 'orderId', sortKey: 'step'
    }
    // Who looks at the shop just now: one item a connection.
    table('Watchers') {
        fields connection: 'string'
        primaryIndex partitionKey: 'connection'
    }
    rds('Ledger') {
        engine 'postgresql16.1'
        serverless 'v2'
        defaultDatabaseName 'ledger'
        migrations 'migrations'
    }
}

stack('work') {
    def data = use('data')

    queue('Packing') {
        consumer { handler 'src/pack.main'; bind data.Trail, data.Ledger }
        cdk { queue visibilityTimeout: '1 minute' }
    }
    def live = webSocketApi('Live') {
        defaults { function { bind data.Watchers } }
        routes $connect: 'src/live.connect', $disconnect: 'src/live.disconnect'
    }
    topic('News') {
        subscribers mail: [function: [handler: 'services/mail/mail.main']],
                    live: [function: [handler: 'src/live.tell', bind: [data.Watchers, live]]]
    }
    eventBus('Bus') {
        rules {
            placed {
                pattern source: ['orders'], detailType: ['order.placed']
                targets ship: [function: [
                    handler: 'orders.shipping.ShipHandler::handleRequest', runtime: 'java17', path: 'services/shipping', bind: [data.Trail],
                ]]
            }
        }
    }
    kinesisStream('Sales') {
        consumers count: [function: [handler: 'src/count.main', bind: [data.Trail]]]
    }
    bucket('Receipts') {
        notifications filed: [function: [handler: 'src/file.main', bind: [data.Trail]], events: ['object_created']]
    }
    cron 'Audit', schedule: 'rate(1 minute)', job: [function: [handler: 'src/audit.main', bind: [data.Orders, data.Trail, data.Ledger]]]
}

stack('api') {
    def data = use('data')
    def work = use('work')

    def orders = api('Api') {
        cors true
        routes {
            post('/orders') {
                handler 'src/place.main'
                bind data.Orders, work.Packing, work.News, work.Bus, work.Sales, work.Receipts
            }
            get('/orders/{id}') { handler 'src/show.main'; bind data.Orders, data.Trail }
            get('/ledger') { handler 'src/ledger.main'; bind data.Ledger }
            get('/quotes') { handler 'src/Quote.handleRequest' }
        }
    }
    def site = staticSite('Web') {
        path 'web'
        environment API_URL: orders.url, LIVE_URL: work.Live.url
    }
    outputs ApiUrl: orders.url, LiveUrl: work.Live.url, SiteUrl: site.url,
            Packing: work.Packing.queueUrl, Bus: work.Bus.eventBusName
}
