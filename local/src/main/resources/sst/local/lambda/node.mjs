// Runs a Node.js handler inside a worker: loads it, then takes one event after the other from the Runtime API.
import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import util from 'node:util'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import './cfn-answers.mjs'
import './api-hosts.mjs'
import { serveImport, serveRequire } from './sdk.mjs'

const env = process.env
const [hostname, port] = env.AWS_LAMBDA_RUNTIME_API.split(':')
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 })
const root = env.LAMBDA_TASK_ROOT
let current

// A pipe that does not block would let an answer overtake the output before it.
for (const stream of [process.stdout, process.stderr]) stream._handle?.setBlocking?.(true)

class RuntimeError extends Error {
  constructor(name, message, cause) {
    super(message)
    this.name = name
    if (cause) this.stack = `${name}: ${cause.stack ?? cause}`
  }
}

function call(method, target, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const options = { hostname, port, agent, method, path: '/2018-06-01/runtime/' + target, headers: { ...headers, ...length } }
    const request = http.request(options, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    // A kept connection may have been closed while the handler blocked the process.
    request.on('error', (e) => (request.reusedSocket ? call(method, target, body, headers).then(resolve, reject) : reject(e)))
    request.end(body)
  })
}

const levels = { debug: 'DEBUG', error: 'ERROR', info: 'INFO', log: 'INFO', trace: 'TRACE', warn: 'WARN' }
for (const [name, level] of Object.entries(levels)) console[name] = (...parts) => log(level, util.format(...parts))

function log(level, text) {
  const id = current?.context.awsRequestId ?? 'undefined'
  process.stdout.write(`${new Date().toISOString()}\t${id}\t${level}\t${text}`.replace(/\r?\n/g, '\r') + '\n')
}

function describe(error) {
  if (util.types.isNativeError(error) || error instanceof Error) {
    const { name, message, stack } = error
    return { errorType: name ?? 'Error', errorMessage: message ?? '', trace: (stack ?? '').split('\n') }
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] }
}

function logError(what, error) {
  const { errorType, errorMessage, trace } = describe(error)
  log('ERROR', `${what}\t${JSON.stringify({ errorType, errorMessage, ...error, stack: trace })}`)
}

async function load() {
  const dir = path.dirname(env._HANDLER)
  const match = /^([^.]*)\.(.+)$/.exec(path.basename(env._HANDLER))
  if (!match || env._HANDLER.includes('..')) throw new RuntimeError('Runtime.MalformedHandlerName', `'${env._HANDLER}' is not a valid handler name. Use 'module.function'`)
  const [, file, name] = match
  const module = await loadModule(path.resolve(root, dir, file))
  let fn = module
  for (const part of name.split('.')) fn = fn?.[part]
  if (fn === undefined && module.default) for (const part of ['default', ...name.split('.')]) fn = (fn ?? module)?.[part]
  if (fn === undefined) throw new RuntimeError('Runtime.HandlerNotFound', `${env._HANDLER} is undefined or not exported`)
  if (typeof fn !== 'function') throw new RuntimeError('Runtime.HandlerNotFound', `${env._HANDLER} is not a function`)
  return fn
}

async function loadModule(base) {
  serveRequire()
  const require = createRequire(path.join(root, 'index.js'))
  const found = ['', '.js', '.mjs', '.cjs'].map((end) => base + end).find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile())
  try {
    if (!found) return require(base)
    return isModule(found) ? await importModule(pathToFileURL(found).href) : require(found)
  } catch (e) {
    if (e instanceof SyntaxError) throw new RuntimeError('Runtime.UserCodeSyntaxError', String(e), e)
    if (['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(e?.code)) throw new RuntimeError('Runtime.ImportModuleError', `Error: ${e.message}`, e)
    throw e
  }
}

async function importModule(url) {
  try {
    return await import(url)
  } catch (e) {
    if (!serveImport(e)) throw e
    return await import(url + '?again')
  }
}

function isModule(file) {
  if (file.endsWith('.mjs')) return true
  if (!file.endsWith('.js')) return false
  for (let dir = path.dirname(file); ; dir = path.dirname(dir)) {
    const json = path.join(dir, 'package.json')
    if (fs.existsSync(json)) return JSON.parse(fs.readFileSync(json, 'utf8')).type === 'module'
    if (dir === root || dir === path.dirname(dir)) return false
  }
}

function contextOf(headers, settle) {
  const deadline = Number(headers['lambda-runtime-deadline-ms'])
  const parsed = (name) => (headers[name] ? JSON.parse(headers[name]) : undefined)
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    clientContext: parsed('lambda-runtime-client-context'),
    identity: parsed('lambda-runtime-cognito-identity'),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: (error, result) => settle(error, result, true),
    succeed: (result) => settle(null, result, true),
    fail: (error) => settle(error ?? new Error('handled'), undefined, true),
  }
}

/** Resolves with the answer's JSON or rejects with the handler's error, by promise, callback or an empty event loop. */
function run(handler, event, headers) {
  return new Promise((resolve, reject) => {
    let settled = false
    let pending
    const finish = (error, result) => {
      if (settled) return
      settled = true
      process.removeListener('beforeExit', whenIdle)
      if (error) reject(error)
      else {
        try {
          resolve(JSON.stringify(result === undefined ? null : result))
        } catch (e) {
          reject(new RuntimeError('Runtime.UnhandledError', `Unable to stringify response body: ${e.message}`, e))
        }
      }
    }
    const whenIdle = () => finish(pending?.error, pending?.result)
    process.on('beforeExit', whenIdle)
    const context = contextOf(headers, (error, result, now) => {
      if (now || error || !context.callbackWaitsForEmptyEventLoop) finish(error, result)
      else pending = { error, result }
    })
    current = { context, fail: finish }
    try {
      const result = handler(event, context, (error, value) => {
        if (error || !context.callbackWaitsForEmptyEventLoop) finish(error, value)
        else pending = { error, result: value }
      })
      if (typeof result?.then === 'function') result.then((value) => finish(null, value), (error) => finish(error ?? new Error('undefined')))
    } catch (e) {
      finish(e ?? new Error(String(e)))
    }
  })
}

async function crash(error, what) {
  logError(what, error)
  const target = current ? `invocation/${current.context.awsRequestId}/error` : 'init/error'
  process.stdout.write('\0')
  const { errorType } = describe(error)
  await call('POST', target, JSON.stringify(describe(error)), { 'Lambda-Runtime-Function-Error-Type': errorType })
  process.exit(1)
}

globalThis.awslambda = {
  streamifyResponse() {
    throw new RuntimeError('Runtime.Unsupported', 'response streaming is not supported by the local cloud')
  },
}
process.on('uncaughtException', (e) => crash(e, 'Uncaught Exception '))
process.on('unhandledRejection', (reason) => crash(new RuntimeError('Runtime.UnhandledPromiseRejection', String(reason), reason), 'Unhandled Promise Rejection '))

let handler
try {
  handler = await load()
} catch (e) {
  await crash(e, 'Uncaught Exception ')
}
for (;;) {
  current = undefined
  const { headers, body } = await call('GET', 'invocation/next')
  const id = headers['lambda-runtime-aws-request-id']
  if (headers['lambda-runtime-trace-id']) env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id']
  let target = 'response'
  let answer
  try {
    answer = await run(handler, JSON.parse(body), headers)
  } catch (e) {
    logError('Invoke Error ', e)
    target = 'error'
    answer = JSON.stringify(describe(e))
  }
  process.stdout.write('\0')
  await call('POST', `invocation/${id}/${target}`, answer)
}
