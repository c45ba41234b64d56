// A shop with one of every back-end construct; `sst build` shows what becomes of it.
app {
    name    'shop'
    cloud   stage == 'prod' ? 'aws' : 'local'
    removal stage == 'prod' ? 'retain' : 'destroy'
    protect stage == 'prod'
    defaults { function { runtime 'nodejs22.x'; timeout '10 seconds' } }
}

stack('data') {
    def failed = queue('Failed')

    table('Products') {
        fields productId: STRING, category: STRING
        primaryIndex partitionKey: 'productId'
        globalIndexes byCategory: [partitionKey: 'category', sortKey: 'productId']
        stream true
        consumers index: [
            function: [handler: 'src/products.indexed', bind: [[failed, 'write']]],
            cdk: [eventSource: [retryAttempts: 3]],
        ]
    }
    def photos = bucket 'Photos', cors: [[allowedMethods: ['GET'], allowedOrigins: ['https://shop.example.com']]]
    photos.subscribe 'src/photos.resize', events: ['s3:ObjectCreated:*']

    rds('Ledger') {
        engine 'postgresql16.1'
        serverless 'v2'
        defaultDatabaseName 'ledger'
        migrations 'migrations'
    }
    cognito('Customers') {
        login 'email'
        triggers preSignUp: 'src/customers.welcome'
    }
}

stack('events') {
    def data = use('data')

    queue('Orders') {
        consumer { handler 'src/orders.take'; bind data.Products, 'read' }
        cdk { queue deadLetterQueue: [queue: data.Failed, maxReceiveCount: 3], visibilityTimeout: '1 minute' }
    }
    topic 'News', subscribers: [mail: 'src/news.mail']
    kinesisStream('Clicks') {
        consumers count: [function: 'src/clicks.count', cdk: [eventSource: [retryAttempts: 3]]]
    }
    eventBus('Bus') {
        rules {
            paid {
                pattern source: ['shop'], detailType: ['order.paid']
                targets ship: 'src/orders.ship'
            }
        }
    }
    cron 'Nightly', schedule: 'cron(0 3 * * ? *)', job: 'src/nightly.main'

    def pack = function('Pack') { handler 'src/orders.pack' }
    stateMachine('Fulfil') {
        definition StartAt: 'Pack', States: [Pack: [Type: 'Task', Resource: pack.functionArn, End: true]]
    }
}

stack('api') {
    def data = use('data')
    def events = use('events')
    def key = secret('PAYMENT_KEY')
    def currency = parameter 'CURRENCY', value: 'EUR'

    def shop = api('Api') {
        defaults { function { bind currency } }
        routes {
            get  '/products', 'src/products.list'
            post('/orders') { handler 'src/orders.create'; bind key; bind events.Orders, 'write' }
        }
    }
    shop.bindToRoute 'GET /products', [data.Products, 'read']

    appSyncApi('Graph') {
        schema 'schema.graphql'
        dataSources products: data.Products, search: 'src/products.search'
        resolvers 'Query search': 'search'
    }
    outputs ApiUrl: shop.url, Orders: events.Orders.queueUrl
}
