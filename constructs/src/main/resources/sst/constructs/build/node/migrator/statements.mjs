// The statements of a script; the Data API takes one at a time. A semicolon inside a quoted text, a comment or a
// body between dollar signs ends nothing.
const SHARED = [/--[^\n]*/y, /'(?:[^']|'')*'/y, /"(?:[^"]|"")*"/y];
const POSTGRES = [/\/\*/y, /[eE]'(?:[^'\\]|\\[^]|'')*'/y, ...SHARED, /\$([A-Za-z_]\w*)?\$[^]*?\$\1\$/y];
const MYSQL = [
  /\/\*[^]*?\*\//y,
  /--(?=\s|$)[^\n]*/y,
  /#[^\n]*/y,
  /'(?:[^'\\]|\\[^]|'')*'/y,
  /"(?:[^"\\]|\\[^]|"")*"/y,
  /`[^`]*`/y,
];
const COMMENT = /^(--|#|\/\*)/;

export function statements(text, mode) {
  const found = [];
  let statement = "";
  let isCode = false;
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, mode);
    at += piece.length;
    if (piece === ";") {
      found.push({ statement, isCode });
      statement = "";
      isCode = false;
    } else {
      statement += piece;
      isCode ||= !COMMENT.test(piece) && piece.trim() !== "";
    }
  }
  found.push({ statement, isCode });
  return found.filter((each) => each.isCode).map((each) => each.statement.trim());
}

function pieceAt(text, at, mode) {
  // A dollar or letter inside a name begins nothing.
  const isInName = at > 0 && /[\w$]/.test(text[at - 1]) && /[$eE]/.test(text[at]);
  for (const pattern of isInName ? [] : mode === "postgres" ? POSTGRES : MYSQL) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) {
      return match[0] === "/*" ? nestedComment(text, at) : match[0];
    }
  }
  return text[at];
}

// PostgreSQL's comments may hold comments.
function nestedComment(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const two = text.slice(at, at + 2);
    depth += two === "/*" ? 1 : two === "*/" ? -1 : 0;
    at += two === "/*" || two === "*/" ? 1 : 0;
    if (depth === 0) {
      return text.slice(from, at + 1);
    }
  }
  return text.slice(from);
}
