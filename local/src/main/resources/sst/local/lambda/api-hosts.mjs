// Handlers of WebSocket APIs build the address of @connections from their event's domainName, which is AWS's. Such calls
// go to the local cloud instead.
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

const HOST = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/
const cloud = URL.canParse(process.env.AWS_ENDPOINT_URL) ? new URL(process.env.AWS_ENDPOINT_URL) : undefined
const before = https.request

function request(target, ...rest) {
  const isAddress = typeof target === 'string' || target instanceof URL
  const address = typeof target === 'string' ? new URL(target) : target
  const api = HOST.exec(address.hostname ?? address.host ?? '')?.[1]
  const path = isAddress ? address.pathname + address.search : address.path ?? ''
  if (!api || !/\/(@|%40)connections\//.test(path)) return before(target, ...rest)
  const given = isAddress ? (typeof rest[0] === 'object' ? rest.shift() : {}) : target
  const headers = Object.fromEntries(Object.entries(given.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'host'))
  const { agent, host, servername, ...options } = given
  const local = { protocol: cloud.protocol, hostname: cloud.hostname, port: cloud.port, path: `/_api/${api}${path}`, headers }
  return http.request({ ...options, ...local }, ...rest)
}

if (cloud) {
  https.request = request
  syncBuiltinESMExports()
}
