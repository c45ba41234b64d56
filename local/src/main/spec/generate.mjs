// Turns the npm package @aws-cdk/aws-service-spec (Apache-2.0) into resource-types.json.
// Run by hand when AWS's rules moved on, never by the build:
//   npm install --prefix /some/folder @aws-cdk/aws-service-spec
//   node local/src/main/spec/generate.mjs /some/folder > local/src/main/resources/sst/local/cfn/change/resource-types.json
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = resolve(process.argv[2] ?? '.');
const require = createRequire(join(packages, 'package.json'));
const db = require('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
const patterns = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'resource-types.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);
const wanted = (type) =>
  patterns.some((p) => (p.endsWith('*') ? type.startsWith(p.slice(0, -1)) : type === p));

/** Dotted paths below a property whose change replaces the resource, through named types, each visited once. */
function nestedPaths(type, prefix, seen) {
  if (type.type === 'union') return type.types.flatMap((t) => nestedPaths(t, prefix, seen));
  if (type.type !== 'ref' || seen.has(type.reference.$ref)) return [];
  const definition = db.get('typeDefinition', type.reference.$ref);
  const deeper = new Set([...seen, type.reference.$ref]);
  return Object.entries(definition.properties).flatMap(([name, property]) =>
    property.causesReplacement === 'yes'
      ? [`${prefix}.${name}`]
      : nestedPaths(property.type, `${prefix}.${name}`, deeper),
  );
}

function describe(resource) {
  const properties = Object.entries(resource.properties);
  const rule = (wish) => properties.filter(([, p]) => p.causesReplacement === wish).map(([name]) => name);
  const nested = properties
    .filter(([, p]) => p.causesReplacement !== 'yes')
    .flatMap(([name, p]) => nestedPaths(p.type, name, new Set()));
  const entry = {
    properties: properties.map(([name]) => name).sort(),
    required: properties.filter(([, p]) => p.required).map(([name]) => name).sort(),
    replace: [...rule('yes'), ...nested, ...(resource.additionalReplacementProperties ?? []).map((p) => p.join('.'))].sort(),
    maybe: rule('maybe').sort(),
    attributes: Object.keys(resource.attributes).sort(),
    identifier: resource.primaryIdentifier ?? [],
  };
  if (resource.tagInformation) entry.tags = resource.tagInformation.tagPropertyName;
  return Object.fromEntries(Object.entries(entry).filter(([, v]) => v.length > 0));
}

const entries = db
  .all('resource')
  .filter((r) => wanted(r.cloudFormationType))
  .sort((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1))
  .map((r) => `${JSON.stringify(r.cloudFormationType)}:${JSON.stringify(describe(r))}`);
process.stdout.write(`{\n${entries.join(',\n')}\n}\n`);
