export const fine = async () => ({ statusCode: 200, body: 'fine' });

const fails = async () => {
  throw new Error('out of milk');
};
export { fails as throws };

export const sleeps = () => new Promise((resolve) => setTimeout(resolve, 60_000));

export const exits = async () => process.exit(3);

export const prints = async () => {
  for (let line = 0; line < 10_000; line++) {
    console.log('x'.repeat(1000));
  }
  return { statusCode: 200, body: 'printed' };
};
