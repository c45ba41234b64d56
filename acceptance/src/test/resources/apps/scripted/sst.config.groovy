app {
    name  'scripted'
    cloud 'local'
    protect stage == 'prod'
}

stack('main') {
    def items = table 'Items', fields: [id: 'string'], primaryIndex: [partitionKey: 'id']
    table 'Loose', fields: [id: 'string'], primaryIndex: [partitionKey: 'id']
    secret 'TOKEN'
    def echo = function('Echo') { handler 'src/echo.main'; bind items }
    api('Api') { routes { get '/echo', echo } }
}
