app {
    name  'faulty'
    cloud 'local'
}

stack('main') {
    def throwing = function('Throws', handler: 'src/faults.throws')
    def sleeping = function('Sleeps', handler: 'src/faults.sleeps', timeout: '1 second')
    def exiting = function('Exits', handler: 'src/faults.exits')
    def printing = function('Prints', handler: 'src/faults.prints')
    def web = api('Api') {
        routes {
            get '/fine',   'src/faults.fine'
            get '/throws', throwing
            get '/sleeps', sleeping
            get '/exits',  exiting
            get '/prints', printing
        }
    }
    outputs Url: web.url
}
