// AWS's Node.js runtime brings the AWS SDK along, so code may import what it does not carry. Here it is taken from the
// app's own node_modules, in a folder above this one, or else installed once beside it.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import Module, { createRequire, register } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const OURS = /^(@aws-sdk|@smithy)\/[a-z0-9-]+/
const INSTALL = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--fetch-retries=0', '--fetch-timeout=30000']
const here = fileURLToPath(import.meta.url)
const installed = path.join(path.dirname(here), 'sdk')

// npm runs as the user's: his registry, proxy and certificates. The handler has no use for them.
let npm = process.env._SST_NPM
delete process.env._SST_NPM

/** The environment of npm, on a thread that started without it. */
export function useNpm(environment) {
  npm = environment
}

/** The file behind a specifier of the SDK; undefined for every other one. */
export function provided(specifier) {
  const [name] = OURS.exec(specifier) ?? []
  if (!name) return undefined
  const folder = path.join(installed, name.replace('/', '+'))
  return found(here, specifier) ?? found(path.join(folder, 'index.js'), specifier) ?? install(name, folder, specifier)
}

/** Lets require() find the SDK from now on. */
export function serveRequire() {
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (specifier, ...rest) {
    try {
      return resolve.call(this, specifier, ...rest)
    } catch (e) {
      const file = e.code === 'MODULE_NOT_FOUND' ? provided(specifier) : undefined
      if (!file) throw e
      return file
    }
  }
}

/** Lets import find it too. This starts a thread, so it waits for the first import that fails. */
export function serveImport(error) {
  const [, name] = /Cannot find package '([^']+)'/.exec(error.message) ?? []
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !OURS.test(name ?? '')) return false
  register('./sdk-hook.mjs', { parentURL: import.meta.url, data: npm })
  return true
}

function found(from, specifier) {
  try {
    return resolveFrom(from, specifier)
  } catch (e) {
    if (['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(e.code)) return undefined
    throw e
  }
}

// Without the patch of serveRequire, which would come back here.
function resolveFrom(from, specifier) {
  const paths = Module._nodeModulePaths(path.dirname(from))
  const [name] = OURS.exec(specifier)
  const home = paths.map((folder) => path.join(folder, name)).find((folder) => fs.existsSync(folder))
  if (!home) return undefined
  const rest = specifier.slice(name.length)
  return rest ? createRequire(path.join(home, 'package.json')).resolve('.' + rest) : createRequire(from).resolve(home)
}

function install(name, folder, specifier) {
  process.stdout.write(`npm installs ${name}, which AWS's runtime has and this code does not carry\n`)
  const part = `${folder}.${process.pid}`
  fs.mkdirSync(part, { recursive: true })
  try {
    execFileSync('npm', [...INSTALL, '--prefix', part, name], { stdio: 'pipe', env: JSON.parse(npm) })
    fs.renameSync(part, folder)
  } catch (e) {
    // Another worker may have been first.
    fs.rmSync(part, { recursive: true, force: true })
    if (!fs.existsSync(folder)) throw new Error(`Cannot find module '${name}', and npm cannot install it: ${String(e.stderr ?? e.message).trim()}. Add it to the app's package.json.`)
  }
  return found(path.join(folder, 'index.js'), specifier)
}
