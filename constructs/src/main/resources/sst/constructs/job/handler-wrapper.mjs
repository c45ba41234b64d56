import fs from 'node:fs'
const handler = process.argv[2]
const dot = handler.lastIndexOf('.')
const file = ['.mjs', '.cjs', '.js'].map((ending) => handler.slice(0, dot) + ending).find((each) => fs.existsSync(each))
const module = await import(`${process.cwd()}/${file}`)
const name = handler.slice(dot + 1)
const result = await (module[name] ?? module.default[name])(JSON.parse(process.env.SST_PAYLOAD ?? 'null'))
console.log('Result:', result)
process.exit(0)
