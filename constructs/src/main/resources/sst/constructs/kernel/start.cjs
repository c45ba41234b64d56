'use strict';
// Runs the jsii kernel on this process's own stdin and stdout, with the CDK's packages loaded before the JVM asks.
// The stock runtime starts a second node for that, and the JVM would unpack 58 MB of packages on every run.
const fs = require('fs');
const path = require('path');

const OLDEST = 20;
if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  process.stderr.write(`sst: node ${process.versions.node} is too old, ${OLDEST} or newer is needed\n`);
  process.exit(78);
}

// Ctrl-C at a terminal reaches every process of the command; what it means is for the JVM to say, and its end ends this.
process.on('SIGINT', () => {});

const home = __dirname;
const packages = JSON.parse(fs.readFileSync(path.join(home, 'packages.json'), 'utf8'));
const loads = packages.map((p) => ({ api: 'load', name: p.name, version: p.version, tarball: path.join(home, p.tarball) }));

// The protocol owns stdout; whatever the CDK or a plug-in prints goes to stderr.
Object.defineProperty(process, 'stdout', { get: () => process.stderr });

let pending = Buffer.from(loads.map((load) => JSON.stringify(load) + '\n').join(''));
const readSync = fs.readSync;
fs.readSync = (fd, buffer, ...rest) => {
  if (fd !== 0 || pending.length === 0) return readSync(fd, buffer, ...rest);
  const copied = pending.copy(buffer);
  pending = pending.subarray(copied);
  return copied;
};

let answers = loads.length;
let greeted = false;
const writeSync = fs.writeSync;
fs.writeSync = (fd, data, ...rest) => {
  if (fd !== 1 || answers === 0) {
    if (fd === 1 && isEndOfSynthesis(data)) memory.fade();
    return writeSync(fd, data, ...rest);
  }
  if (!greeted) {
    greeted = true;
    return writeSync(fd, data, ...rest);
  }
  answers -= 1;
  const answer = JSON.parse(data.toString());
  if (answer.error) {
    process.stderr.write(`sst: cannot load the CDK: ${answer.error}\n`);
    process.exit(70);
  }
  return data.length;
};

const memory = require('./memory.cjs');
// The answer to the JVM's question how many objects there are, which it asks at the end of a synthesis.
const isEndOfSynthesis = (data) => data.length < 100 && data.toString().startsWith('{"ok":{"objectCount"');

require('./program.js');
