
exports.handler = async (event) => {
  const { RequestType, ResourceProperties: given, StackId, RequestId, LogicalResourceId } = event
  const answer = { Status: 'SUCCESS', StackId, RequestId, LogicalResourceId, PhysicalResourceId: event.PhysicalResourceId ?? LogicalResourceId }
  try {
    const name = given[`User${RequestType}Function`]
    if (name) await invoke(name, { params: JSON.parse(given.UserParams) })
  } catch (e) {
    Object.assign(answer, { Status: 'FAILED', Reason: e.message.slice(0, 1000) })
  }
  await send(event.ResponseURL, 'PUT', JSON.stringify(answer))
}

async function invoke(name, payload) {
  const { text, headers } = await aws('lambda', 'POST', `/2015-03-31/functions/${name}/invocations`, JSON.stringify(payload))
  if (headers['x-amz-function-error']) throw new Error(JSON.parse(text).errorMessage ?? text)
}
