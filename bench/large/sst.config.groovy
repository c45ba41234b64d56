// 200 constructs in ten stacks; app.js says the same in the CDK's own words.
app { name 'large' }

(1..10).each { n ->
    stack("part$n") {
        def tables = (1..5).collect {
            table("Table${n}x$it", fields: [id: 'string'], primaryIndex: [partitionKey: 'id'])
        }
        (1..4).each { queue "Queue${n}x$it" }
        (1..3).each { topic "Topic${n}x$it" }
        (1..2).each { bucket "Bucket${n}x$it" }
        eventBus "Bus$n"
        (1..4).each { i ->
            function("Function${n}x$i") {
                handler 'src/main.main'
                bind tables[i]
            }
        }
        api("Api$n", routes: ['GET /a': 'src/main.main', 'POST /a': 'src/main.main', 'GET /a/{id}': 'src/main.main'])
    }
}
