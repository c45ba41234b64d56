app {
    name  'small'
    cloud 'local'
}

stack('main') {
    def items = table 'Items', fields: [id: 'string'], primaryIndex: [partitionKey: 'id']
    def hello = function('Hello') {
        handler 'src/hello.main'
        bind items
    }
    def web = api('Api') {
        routes { get '/hello', hello }
    }
    outputs Url: web.url, Table: items.tableName, Function: hello.functionName
}
