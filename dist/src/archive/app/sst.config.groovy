app {
    name  'archive'
    cloud 'local'
}

stack('archive') {
    def items = table 'Items', fields: [id: 'string'], primaryIndex: [partitionKey: 'id']
    def itemsApi = api('Api') {
        defaults { function { bind items } }
        routes { get '/items', 'src/list.main' }
    }
    outputs Url: itemsApi.url
}
