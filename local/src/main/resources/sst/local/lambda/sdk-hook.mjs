// Lets import find the SDK that AWS's runtime brings along; runs on a thread of its own.
import { pathToFileURL } from 'node:url'
import { provided, useNpm } from './sdk.mjs'

export const initialize = useNpm

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context)
  } catch (e) {
    const file = provided(specifier)
    if (!file) throw e
    return { url: pathToFileURL(file).href, shortCircuit: true }
  }
}
