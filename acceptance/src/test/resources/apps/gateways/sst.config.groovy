app {
    name  'gateways'
    cloud 'local'
}

stack('main') {
    def simple = function('Simple', handler: 'src/gateways.simple')
    def policy = function('Policy', handler: 'src/gateways.policy')

    def web = api('Web') {
        authorizers who: [type: 'lambda', function: simple, responseTypes: ['simple']]
        routes 'GET /closed': [function: 'src/gateways.said', authorizer: 'who'], 'GET /open': 'src/gateways.said'
    }
    def rest = apiGatewayV1Api('Rest') {
        authorizers who: [type: 'lambda_token', function: policy]
        routes 'GET /closed': [function: 'src/gateways.said', authorizer: 'who'], 'ANY /{proxy+}': 'src/gateways.said'
    }
    def chat = webSocketApi('Chat') {
        routes $connect: 'src/gateways.connect', say: 'src/gateways.say', $default: [function: 'src/gateways.echo', returnResponse: true]
    }
    def linked = function('Linked') { handler 'src/gateways.push'; url true; bind chat }
    outputs Web: web.url, Rest: rest.url, Chat: chat.url, Linked: linked.url
}
