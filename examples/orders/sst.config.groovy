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
        consumer { handler 'src/pack.main'; bind [data.Trail, 'write'], data.Ledger }
        cdk { queue visibilityTimeout: '1 minute' }
    }
    def live = webSocketApi('Live') {
        defaults { function { bind data.Watchers, 'write' } }
        routes $connect: 'src/live.connect', $disconnect: 'src/live.disconnect'
    }
    topic('News') {
        subscribers {
            mail 'services/mail/mail.main'
            browsers { handler 'src/live.tell'; bind [data.Watchers, 'readWrite'], live }
        }
    }
    eventBus('Bus') {
        rules {
            placed {
                pattern source: ['orders'], detailType: ['order.placed']
                targets {
                    ship {
                        handler 'orders.shipping.ShipHandler::handleRequest'
                        runtime 'java17'
                        path 'services/shipping'
                        bind data.Trail, 'write'
                    }
                }
            }
        }
    }
    kinesisStream('Sales') {
        consumers { count { handler 'src/count.main'; bind data.Trail, 'write' } }
    }
    bucket('Receipts') {
        notifications {
            filed function: [handler: 'src/file.main', bind: [[data.Trail, 'write']]], events: ['object_created']
        }
    }
    cron('Audit') {
        schedule 'rate(1 minute)'
        job { handler 'src/audit.main'; bind [data.Orders, 'read'], [data.Trail, 'write'], data.Ledger }
    }
}

stack('api') {
    def data = use('data')
    def work = use('work')

    def orders = api('Api') {
        cors true
        routes {
            post('/orders') {
                handler 'src/place.main'
                bind [data.Orders, 'write'], [work.Packing, 'write'], [work.News, 'write'],
                     [work.Bus, 'write'], [work.Sales, 'write'], [work.Receipts, 'write']
            }
            get('/orders/{id}') { handler 'src/show.main'; bind [data.Orders, 'read'], [data.Trail, 'read'] }
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
