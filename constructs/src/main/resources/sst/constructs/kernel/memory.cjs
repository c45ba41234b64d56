'use strict';
// Lets the CDK forget an app after its synthesis. The CDK is made for processes that end then: it keeps every token and
// every reference in maps of its own, and through them whole apps.
const Module = require('module');

// Tokens of modules are constants, such as Aws.REGION, of which nothing is left but their text.
let loading = 0;
const load = Module._load;
Module._load = function (request, parent, ...rest) {
  loading += 1;
  try {
    const exported = load.call(this, request, parent, ...rest);
    if (typeof request === 'string' && request.endsWith('cfn-reference')) keepReferencesWeakly(exported);
    return exported;
  } finally {
    loading -= 1;
  }
};

function keepReferencesWeakly(exported) {
  const type = exported.CfnReference;
  if (type?.referenceTable instanceof Map) type.referenceTable = new WeakMap(type.referenceTable);
}

/** A map whose entries become weak when they fade, but for those that modules made. */
class Tokens extends Map {
  #young = new Set();
  #faded = new Set();

  static of(map) {
    const tokens = new Tokens();
    map.forEach((token, key) => tokens.set(key, token));
    return tokens;
  }

  set(key, token) {
    if (loading === 0) this.#young.add(key);
    return super.set(key, token);
  }

  get(key) {
    const found = super.get(key);
    return found instanceof WeakRef ? found.deref() : found;
  }

  fade() {
    for (const key of this.#faded) {
      if (super.get(key).deref() === undefined) {
        super.delete(key);
        this.#faded.delete(key);
      }
    }
    for (const key of this.#young) {
      super.set(key, new WeakRef(super.get(key)));
      this.#faded.add(key);
    }
    this.#young.clear();
  }
}

let tokens;
Object.defineProperty(globalThis, '__cdkTokenMap', {
  get: () => tokens,
  set: (made) => {
    tokens = made;
    for (const [field, map] of Object.entries(made)) if (map instanceof Map) made[field] = Tokens.of(map);
  },
});

const MARKS = [Symbol.for('$__jsii__objid__$'), Symbol.for('$__jsii__interfaces__$')];
globalThis.sstForget = (known) => {
  if (known) for (const mark of MARKS) delete known.instance[mark];
};

exports.fade = () => {
  for (const map of Object.values(tokens ?? {})) if (map instanceof Tokens) map.fade();
};
