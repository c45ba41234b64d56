exports.handler = async (event) => ({
  statusCode: 200,
  body: JSON.stringify({ table: process.env.TABLE, path: event.rawPath }),
});
