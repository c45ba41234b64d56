// Handlers of custom resources answer to https on AWS. Here the address is plain http, and handlers that take only
// host and path of ResponseURL, as the CDK's do, would lose its port.
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

const PATH = '/_cfn/response/'
const cloud = URL.canParse(process.env.AWS_ENDPOINT_URL) ? new URL(process.env.AWS_ENDPOINT_URL) : undefined
const overTls = https.request

function isAnswer(target) {
  const { hostname, host, path, pathname } = typeof target === 'string' ? new URL(target) : target
  return [hostname, host].includes(cloud.hostname) && (path ?? pathname ?? '').startsWith(PATH)
}

function request(target, ...rest) {
  if (!isAnswer(target)) return overTls(target, ...rest)
  if (typeof target === 'string' || target instanceof URL) return http.request(target, ...rest)
  const { agent, ...options } = target
  return http.request({ ...options, protocol: cloud.protocol, host: undefined, hostname: cloud.hostname, port: cloud.port }, ...rest)
}

if (cloud) {
  https.request = request
  syncBuiltinESMExports()
}
