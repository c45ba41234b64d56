// The module that CloudFormation adds to inline functions: answers a custom resource's request.
exports.SUCCESS = 'SUCCESS'
exports.FAILED = 'FAILED'

exports.send = function (event, context, status, data, physicalId, noEcho) {
  const body = JSON.stringify({
    Status: status,
    Reason: 'See the details in CloudWatch Log Stream: ' + context.logStreamName,
    PhysicalResourceId: physicalId || context.logStreamName,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    NoEcho: noEcho || false,
    Data: data,
  })
  const url = new URL(event.ResponseURL)
  const client = require(url.protocol === 'http:' ? 'http' : 'https')
  const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) }
  const request = client.request(url, { method: 'PUT', headers }, (response) => {
    console.log('Status code: ' + response.statusCode)
    response.resume()
    context.done()
  })
  request.on('error', (e) => {
    console.log('send(..) failed executing the request: ' + e.message)
    context.done()
  })
  request.end(body)
}
