// Runs CloudFront Functions: a line of JSON in, a line of JSON out. A function sees no more of Node than on AWS.
const vm = require("node:vm");
const readline = require("node:readline");

const TIMEOUT = 5000;
const contexts = new Map();

function contextOf(source) {
  let context = contexts.get(source);
  if (!context) {
    context = vm.createContext({ console: { log() {}, error() {} }, atob, btoa });
    vm.runInContext(source, context, { timeout: TIMEOUT, filename: "function.js" });
    contexts.set(source, context);
  }
  return context;
}

async function run({ source, event }) {
  const context = contextOf(source);
  context.__event = JSON.stringify(event);
  return vm.runInContext("handler(JSON.parse(__event))", context, { timeout: TIMEOUT });
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = { result: await run(JSON.parse(line)) };
    } catch (error) {
      answer = { error: String((error && error.message) || error) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
})();
