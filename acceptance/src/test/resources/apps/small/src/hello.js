export const main = async (event) => {
  console.log('hello from', event.rawPath ?? 'nowhere');
  return { statusCode: 200, body: 'hello' };
};
