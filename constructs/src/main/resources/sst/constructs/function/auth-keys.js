
// Makes the keys of a sign-in once, and takes them away with it.
exports.handler = async (event) => {
  const { RequestType, ResourceProperties: { PublicPath, PrivatePath }, StackId, RequestId, LogicalResourceId } = event
  const answer = { Status: 'SUCCESS', StackId, RequestId, LogicalResourceId, PhysicalResourceId: event.PhysicalResourceId ?? PublicPath }
  try {
    if (RequestType === 'Delete') await ssm('DeleteParameters', { Names: [PublicPath, PrivatePath] })
    else answer.PhysicalResourceId = await make(PublicPath, PrivatePath)
  } catch (e) {
    Object.assign(answer, { Status: 'FAILED', Reason: e.message.slice(0, 1000) })
  }
  await send(event.ResponseURL, 'PUT', JSON.stringify(answer))
}

async function make(publicPath, privatePath) {
  const { Parameters } = await ssm('GetParameters', { Names: [publicPath, privatePath] })
  if (Parameters.length < 2) {
    const pem = (type) => ({ type, format: 'pem' })
    const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', {
      modulusLength: 2048, publicKeyEncoding: pem('spki'), privateKeyEncoding: pem('pkcs8') })
    await ssm('PutParameter', { Name: publicPath, Value: publicKey, Type: 'String', Overwrite: true })
    await ssm('PutParameter', { Name: privatePath, Value: privateKey, Type: 'SecureString', Overwrite: true })
  }
  return publicPath
}

async function ssm(operation, body) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AmazonSSM.${operation}` }
  return JSON.parse((await aws('ssm', 'POST', '/', JSON.stringify(body), headers)).text || '{}')
}
