import https from 'node:https'

const answer = (body) => ({ statusCode: 200, body: JSON.stringify(body) })

export const said = async (event) => answer({ path: event.path ?? event.rawPath, who: event.requestContext.authorizer })
export const simple = async (event) => ({ isAuthorized: event.headers.authorization === 'yes', context: { user: 'ada' } })
export const policy = async (event) => ({
  principalId: 'ada',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: event.authorizationToken === 'yes' ? 'Allow' : 'Deny', Resource: event.methodArn }],
  },
})
export const connect = async () => ({ statusCode: 200 })
export const echo = async (event) => answer({ echo: event.body, id: event.requestContext.connectionId })

// As handlers do on AWS: the address is that of the event.
export const say = (event) => new Promise((done, failed) => {
  const { domainName, stage, connectionId } = event.requestContext
  const path = `/${stage}/@connections/${encodeURIComponent(connectionId)}`
  https.request({ method: 'POST', host: domainName, path }, (response) => done({ statusCode: response.statusCode })).on('error', failed).end('said')
})

// As bound functions do: the address is in the binding's environment.
export const push = async (event) => {
  const address = process.env.SST_WebSocketApi_httpsUrl_Chat
  const id = encodeURIComponent(event.queryStringParameters.id)
  const response = await fetch(`${address}/@connections/${id}`, { method: 'POST', body: 'pushed' })
  return answer({ address, status: response.status })
}
