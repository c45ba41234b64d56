const crypto = require('crypto')
const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest()
const hash = (text) => crypto.createHash('sha256').update(text).digest('hex')

// A request signed with the function's own credentials (AWS Signature Version 4).
function aws(service, method, path, body = '', headers = {}) {
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env
  const suffix = region.startsWith('cn-') ? '.cn' : ''
  const url = new URL(process.env.AWS_ENDPOINT_URL ?? `https://${service}.${region}.amazonaws.com${suffix}`)
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = [time.slice(0, 8), region, service, 'aws4_request']
  const all = { ...headers, host: url.host, 'x-amz-date': time, ...(token && { 'x-amz-security-token': token }) }
  const names = Object.keys(all).sort()
  const lines = names.map((name) => `${name}:${all[name]}`)
  const request = [method, path, '', ...lines, '', names.join(';'), hash(body)].join('\n')
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), hash(request)].join('\n')
  const signature = hmac(scope.reduce(hmac, 'AWS4' + secret), text).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return send(url.origin + path, method, body, { ...all, authorization })
}

function send(url, method, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const http = require(url.startsWith('https:') ? 'https' : 'http')
    const request = http.request(url, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } })
    request.on('error', reject)
    request.on('response', async (response) => {
      let text = ''
      for await (const part of response.setEncoding('utf8')) text += part
      response.statusCode < 300 ? resolve({ text, headers: response.headers }) : reject(new Error(`${response.statusCode} ${text}`))
    })
    request.end(body)
  })
}
