/** GET /quotes?item=tea&count=3: the price of so many of an item. */
class Quote {
    static final Map<String, Integer> CENTS = [tea: 350, cake: 480]

    Map handleRequest(Map request) {
        def wanted = (request.queryStringParameters ?: [:]) as Map<String, String>
        def each = CENTS[wanted.item]
        def count = (wanted.count ?: '1') as Integer
        each == null
            ? [statusCode: 404, body: '{"error": "there is no such item"}']
            : [statusCode: 200, body: """{"item": "$wanted.item", "cents": ${each * count}}""".toString()]
    }
}
