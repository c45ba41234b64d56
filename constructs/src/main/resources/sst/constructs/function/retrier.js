
// The queue has two kinds of messages: failed calls, as Lambda reports them, and calls that have waited long enough.
exports.handler = async ({ Records }) => {
  const failed = await Promise.all(Records.map((record) => take(JSON.parse(record.body)).then(() => [], (e) => {
    console.error(e)
    return [{ itemIdentifier: record.messageId }]
  })))
  return { batchItemFailures: failed.flat() }
}

async function take({ name, payload, requestContext, requestPayload }) {
  if (name) return lambda('POST', name, 'invocations', payload, { 'x-amz-invocation-type': 'Event' })
  const failing = requestContext.functionArn.split(':')[6]
  const retry = (requestPayload.sstRetry ?? 0) + 1
  const { Environment } = JSON.parse((await lambda('GET', failing, 'configuration')).text)
  if (retry > Number(Environment?.Variables?.SST_RETRIES ?? 0)) return console.error('given up', failing, requestPayload)
  const MessageBody = JSON.stringify({ name: failing, payload: { ...requestPayload, sstRetry: retry } })
  const message = { QueueUrl: process.env.RETRIER_QUEUE_URL, DelaySeconds: Math.min(2 ** retry, 900), MessageBody }
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' }
  return aws('sqs', 'POST', '/', JSON.stringify(message), headers)
}

function lambda(method, name, what, body, headers) {
  return aws('lambda', method, `/2015-03-31/functions/${name}/${what}`, body && JSON.stringify(body), headers)
}
