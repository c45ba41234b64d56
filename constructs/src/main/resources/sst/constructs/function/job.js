
exports.handler = async ({ action, payload = null, jobId }) => {
  if (action === 'run') {
    const variable = { name: 'SST_PAYLOAD', value: JSON.stringify(payload) }
    const { build } = await call('StartBuild', { projectName: process.env.SST_JOB_RUNNER, environmentVariablesOverride: [variable] })
    return { jobId: build.id }
  }
  if (action !== 'cancel') throw new Error(`a job has no action '${action}'`)
  await call('StopBuild', { id: jobId })
  return { jobId }
}

async function call(operation, body) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `CodeBuild_20161006.${operation}` }
  return JSON.parse((await aws('codebuild', 'POST', '/', JSON.stringify(body), headers)).text)
}
