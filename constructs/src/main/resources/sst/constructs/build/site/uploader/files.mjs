// The files of a site: their headers by the rules, and their texts with values in place of names.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const TYPES = {
  html: "text/html", htm: "text/html", css: "text/css", js: "application/javascript", mjs: "application/javascript",
  json: "application/json", map: "application/json", webmanifest: "application/manifest+json", xml: "application/xml",
  txt: "text/plain", md: "text/markdown", csv: "text/csv", svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg",
  jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", avif: "image/avif", ico: "image/x-icon",
  woff: "font/woff", woff2: "font/woff2", ttf: "font/ttf", otf: "font/otf", pdf: "application/pdf",
  wasm: "application/wasm", zip: "application/zip", mp3: "audio/mpeg", mp4: "video/mp4", webm: "video/webm",
};
const IS_TEXT = /^text\/|javascript$|json$|xml$/;

// Which names a pattern means: ** any folders, * any letters of one name, {a,b} one of these.
export function matcher(patterns) {
  const each = [patterns].flat().map((pattern) => {
    const regex = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|[.+^$()|[\]\\]/g, (piece) => {
      if (piece === "**/") return "(?:.*/)?";
      if (piece === "**") return ".*";
      if (piece === "*") return "[^/]*";
      if (piece === "?") return "[^/]";
      if (piece.startsWith("{")) return "(?:" + piece.slice(1, -1).split(",").join("|") + ")";
      return "\\" + piece;
    });
    return new RegExp("^" + regex + "$");
  });
  return (name) => each.some((regex) => regex.test(name));
}

export async function list(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

export function headersOf(name, { fileOptions, textEncoding }) {
  const headers = {};
  for (const option of fileOptions) {
    const ignored = option.ignore?.length ? matcher(option.ignore)(name) : false;
    if (matcher(option.files)(name) && !ignored) {
      if (option.cacheControl) headers["cache-control"] = option.cacheControl;
      if (option.contentType) headers["content-type"] = option.contentType;
      if (option.contentEncoding) headers["content-encoding"] = option.contentEncoding;
    }
  }
  headers["content-type"] ??= typeOf(name, textEncoding);
  return headers;
}

function typeOf(name, encoding) {
  const type = TYPES[name.split(".").pop().toLowerCase()] ?? "application/octet-stream";
  return IS_TEXT.test(type) && encoding !== "none" ? `${type}; charset=${encoding}` : type;
}

export async function contentOf(folder, name, replaceValues) {
  const content = await readFile(join(folder, name));
  const wanted = replaceValues.filter(({ files }) => matcher(files)(name));
  if (wanted.length === 0) {
    return content;
  }
  return Buffer.from(wanted.reduce((text, { search, replace }) => text.replaceAll(search, () => replace), content.toString()));
}
