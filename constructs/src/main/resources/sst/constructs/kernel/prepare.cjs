'use strict';
// Runs once per CDK version: unpacks the packages into the kernel's package cache and builds their type indexes,
// so that later runs neither unpack, hash nor parse them. Afterwards each package's archive is a stand-in of a few
// bytes under whose digest the unpacked files are found.
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const { Worker } = require('worker_threads');

const home = __dirname;
const cache = process.env.JSII_RUNTIME_PACKAGE_CACHE_ROOT;
const packagesFile = path.join(home, 'packages.json');
const packages = JSON.parse(fs.readFileSync(packagesFile, 'utf8'));

function digest(file, p) {
  return crypto.createHash('sha256').update(fs.readFileSync(file)).update(`\0${p.name}\0${p.version}`).digest('hex');
}

function unpackAll() {
  const args = ['--preserve-symlinks', path.join(home, 'start.cjs')];
  const run = spawnSync(process.execPath, args, { input: '{"exit":0}\n', encoding: 'utf8' });
  if (run.status !== 0) {
    process.stderr.write(run.stderr || String(run.error));
    process.exit(70);
  }
}

function replaceByStandIn(p) {
  const archive = path.join(home, p.tarball);
  const folder = path.join(cache, ...p.name.split('/'), p.version);
  const unpacked = path.join(folder, digest(archive, p));
  fs.writeFileSync(archive, `${p.name}@${p.version}\n`);
  const renamed = path.join(folder, digest(archive, p));
  fs.renameSync(unpacked, renamed);
  return renamed;
}

function buildIndex(packageDir) {
  const workerData = { packageDir, supportedFeatures: ['intersection-types', 'class-covariant-overrides'] };
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(home, 'runtime-index-worker.js'), { workerData });
    worker.on('message', (message) => message.error && reject(new Error(message.error)));
    worker.on('error', reject);
    worker.on('exit', resolve);
  });
}

async function main() {
  unpackAll();
  for (const p of packages) await buildIndex(replaceByStandIn(p));
}

main().catch((error) => {
  process.stderr.write(`sst: cannot prepare the CDK: ${error.stack}\n`);
  process.exit(70);
});
