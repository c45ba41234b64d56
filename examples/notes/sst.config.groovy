app {
    name    'notes'
    cloud   stage == 'prod' ? 'aws' : 'local'
    removal stage == 'prod' ? 'retain' : 'destroy'
    protect stage == 'prod'
}

stack('data') {
    def notes = table('Notes') {
        fields id: 'string', kind: 'string', createdAt: 'string'
        primaryIndex partitionKey: 'id'
        globalIndexes byTime: [partitionKey: 'kind', sortKey: 'createdAt']
    }
    outputs TableName: notes.tableName
}

stack('api') {
    def data = use('data')
    def notesApi = api('Api') {
        defaults { function { bind data.Notes } }
        routes {
            post   '/notes',      'src/create.main'
            get    '/notes',      'src/list.main'
            get    '/notes/{id}', 'src/get.main'
            delete '/notes/{id}', 'src/remove.main'
            post   '/preview',    'services/preview/preview.main'
            get('/stats') {
                handler 'notes.stats.StatsHandler::handleRequest'
                runtime 'java17'
                path    'services/stats'
                timeout '20 seconds'
            }
        }
    }
    outputs ApiUrl: notesApi.url
}
