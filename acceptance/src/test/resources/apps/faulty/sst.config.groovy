app {
    name  'faulty'
    cloud 'local'
}

stack('main') {
    def web = api('Api') {
        routes {
            get '/fine',   'src/faults.fine'
            get '/throws', function('Throws', handler: 'src/faults.throws')
            get '/sleeps', function('Sleeps', handler: 'src/faults.sleeps', timeout: '1 second')
            get '/exits',  function('Exits',  handler: 'src/faults.exits')
            get '/prints', function('Prints', handler: 'src/faults.prints')
        }
    }
    outputs Url: web.url
}
